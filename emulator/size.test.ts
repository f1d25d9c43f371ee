import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** To be lowered when something goes, and to be argued with before it is raised: README.md says how long the reading takes. */
const MOST_LINES = 3950

const linesIn = (text: string) => text.split('\n').length - 1

test('the whole emulator, without its tests and fixtures, grows no longer to read', () => {
  const folder = join(__dirname, 'cloud')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const read = files.filter((path) => /\.c?[jt]s$/.test(path) && !/\.test\.ts$|(^|[\\/])fixtures[\\/]/.test(path))
  expect(read.length).toBeGreaterThan(40)
  const lines = read.reduce((sum, path) => sum + linesIn(readFileSync(join(folder, path), 'utf8')), 0)
  expect(lines).toBeLessThanOrEqual(MOST_LINES)
})
