/** docs/asvs.md names tests that exist, calls nothing met without one, and what it says about the code as a whole is so. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(__dirname, '../..')
const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line)).map((line) => {
  const [number = '', requirement = '', state = '', how = '', tests = ''] = line.split('|').slice(1, -1).map((cell) => cell.trim())
  return { number, requirement, state, how, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '') }
})

test('it has a row for each requirement once, with a state that is explained', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  expect(rows.filter(({ state }) => !['met', 'WeChat', 'operator'].includes(state))).toEqual([])
})

test('every test that it names exists, and what is met names one', () => {
  expect(rows.flatMap(({ number, tests }) => tests.filter((path) => !path.endsWith('.test.ts') || !existsSync(join(root, path))).map((path) => `${number}: ${path}`))).toEqual([])
  expect(rows.filter(({ state, tests }) => state === 'met' && tests.length === 0).map(({ number }) => number)).toEqual([])
  expect(rows.filter(({ state, how }) => state !== 'met' && how.length < 40).map(({ number }) => number)).toEqual([])
})

test('what it points to in the docs is there', () => {
  const pages = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '')
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([])
})

const filesIn = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(join(root, file)).isFile())

test('no function starts a program, evaluates a text or makes a pattern of what comes in', () => {
  const sources = [...filesIn('cloudfunctions'), ...filesIn('contract')].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  expect(sources.length).toBeGreaterThan(100)
  const matching = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))
  expect(matching(/child_process|worker_threads|node:vm|\beval\(|new Function\(|\bimport\(/)).toEqual([])
  // They put words together that stand in the file itself; unseen-notices also the ids of changes, whose schema lets in nothing that means anything in a pattern.
  expect(matching(/new RegExp\(/).sort()).toEqual(['cloudfunctions/_shared/records/unseen-notices.ts', 'cloudfunctions/_shared/spreadsheet/read-sheet.ts', 'contract/attendance/door-code.ts', 'contract/attendance/door-name.ts', 'contract/forbidden-asking.ts'])
})

test('a function opens connections in one file, to the address that storage gave', () => {
  const opens = filesIn('cloudfunctions').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).filter((file) => /from 'node:(?:http2?|https|net|tls|dgram|dns)'|\bfetch\(|WebSocket|from '(?:axios|undici|got|request|ws)'/.test(readFileSync(join(root, file), 'utf8')))
  expect(opens).toEqual(['cloudfunctions/_shared/records/files.ts'])
  expect(readFileSync(join(root, opens[0] ?? ''), 'utf8')).not.toMatch(/['"`]https?:\/\//)
})

test('a page shows text as text, and its address has ids, months and names of figures', () => {
  const pages = filesIn('src').filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  expect(pages.length).toBeGreaterThan(200)
  expect(pages.filter(({ text }) => /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|<RichText|<rich-text|<WebView/.test(text)).map(({ file }) => file)).toEqual([])
  const told = pages.flatMap(({ text }) => [...text.matchAll(/[?&](\w+)=(?:\$\{|['"`] ?\+)/g)].map(([, name]) => name ?? ''))
  expect(told.length).toBeGreaterThan(5)
  const idsAndTheLike = ['id', 'unitId', 'eventId', 'campaignId', 'sessionId', 'month', 'period', 'year', 'figure', 'indicator', 'on', 'from', 'to']
  expect([...new Set(told)].filter((name) => !idsAndTheLike.includes(name))).toEqual([])
})

test('what is deployed is a bundle with its two descriptions, without a map, and nothing of the emulator', () => {
  for (const name of readdirSync(join(root, 'dist/cloudfunctions'))) {
    expect(readdirSync(join(root, 'dist/cloudfunctions', name)).sort()).toEqual(['config.json', 'index.js', 'package.json'])
    const bundle = readFileSync(join(root, 'dist/cloudfunctions', name, 'index.js'), 'utf8')
    expect(/sourceMappingURL=|mingo|libsql|openid-zhang/.test(bundle), name).toBe(false)
  }
})
