import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** To be lowered when something goes, and to be argued with before it is raised: README.md says how long the reading takes. */
const MOST_LINES = 3803
/** An hour at 270 words a minute. */
const MOST_WORDS = 16_200

const linesIn = (text: string) => text.split('\n').length - 1
/** Of code and comments, without imports; a sign that stands alone (`=>`, `}`, `=`) is no word. */
const wordsIn = (text: string) => text.replace(/^import .*$/gm, '').split(/\s+/).filter((one) => /[\p{L}\p{N}_]/u.test(one)).length

test('the whole emulator, without its tests and fixtures, grows no longer to read', () => {
  const folder = join(__dirname, 'cloud')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = files.filter((path) => /\.c?[jt]s$/.test(path) && !/\.test\.ts$|(^|[\\/])fixtures[\\/]/.test(path)).map((path) => readFileSync(join(folder, path), 'utf8'))
  expect(read.length).toBeGreaterThan(40)
  const sum = (count: (text: string) => number) => read.reduce((all, text) => all + count(text), 0)
  expect(sum(linesIn)).toBeLessThanOrEqual(MOST_LINES)
  expect(sum(wordsIn)).toBeLessThanOrEqual(MOST_WORDS)
})
