/** docs/logs.md has a row for whatever a function prints, and each of its lines is one of JSON with nothing that was sent. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(__dirname, '../..')
const page = readFileSync(join(root, 'docs/logs.md'), 'utf8')
const sourcesIn = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

test('every file that prints has its row, and every row its file', () => {
  const printing = sourcesIn('cloudfunctions').filter(({ text }) => /\bconsole\.\w+\(|process\.std(?:out|err)\.write/.test(text)).map(({ file }) => file).sort()
  const rows = [...new Set([...page.matchAll(/`(cloudfunctions\/[^`]+\.ts)`/g)].map(([, file]) => file))].sort()
  expect(printing).toEqual(rows)
})

test('a line is JSON, and its first words are in the table', () => {
  for (const { file, text } of sourcesIn('cloudfunctions')) {
    for (const [whole, said] of text.matchAll(/\bconsole\.\w+\((.*)\)/g)) {
      expect([file, whole]).toEqual([file, expect.stringMatching(/console\.\w+\(JSON\.stringify\(/)])
      const first = /JSON\.stringify\(\{ (\w+)/.exec(said ?? '')?.[1]
      if (first !== undefined) expect([file, first, page.includes(`{"${first}"`)]).toEqual([file, first, true])
    }
  }
  const reasons = [...(/refused: ('[^;]+')/.exec(readFileSync(join(root, 'cloudfunctions/_shared/serve.ts'), 'utf8').split('function noteRefused')[1] ?? '')?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, reason]) => reason ?? '')
  expect(reasons.length).toBe(4)
  for (const reason of reasons) expect(page).toContain(`"refused": "${reason}"`)
})

test('phones print nothing', () => {
  expect([...sourcesIn('src'), ...sourcesIn('contract')].filter(({ text }) => /\bconsole\./.test(text)).map(({ file }) => file)).toEqual([])
})
