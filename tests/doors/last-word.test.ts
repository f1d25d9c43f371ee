/** The matrix has the last word: what nobody was allowed does not build, and does not start. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bind, serve } from '../../cloudfunctions/_shared/serve'
import { defineCall } from '../../contract/call'
import { whoAmI } from '../../contract/people/who-am-i'

const root = resolve(__dirname, '../..')
const gossip = defineCall({ name: 'people/gossip', input: v.object({}), output: v.object({}), failures: [] })
const noRow = 'people/gossip of the function people has no row in _shared/rules/matrix.ts: who may call it?'

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'linli-last-word-'))
  for (const part of ['cloudfunctions/_shared', 'cloudfunctions/people', 'contract', 'config/build-functions.mjs', 'package.json', 'tsconfig.json']) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const buildOfCopy = () => new Promise<{ code: number; said: string }>((done) => {
  execFile(process.execPath, [join(copy, 'config/build-functions.mjs')], { cwd: copy }, (failure, out, complaint) => done({ code: failure ? 1 : 0, said: out + complaint }))
})

test('types refuse a call without a row, and one that is a timer\'s', () => {
  // @ts-expect-error nobody may call it
  const unknown = bind(gossip, async () => ({}))
  // @ts-expect-error only the timer may start it
  bind(defineCall({ ...gossip, name: 'registrations/sweep' }), async () => ({}))
  expect(() => serve('people', [unknown])).toThrow(noRow)
})

test('a call is served by the function of its name only', () => {
  expect(() => serve('roles', [bind(whoAmI, async () => { throw new Error('never called') })])).toThrow('people/who-am-i of the function roles')
})

test('a function with a call that has no row does not build, and what was built before stays', { timeout: 120_000 }, async () => {
  const built = join(copy, 'dist/cloudfunctions/people/index.js')
  expect(await buildOfCopy()).toMatchObject({ code: 0, said: expect.stringContaining('people') })
  const good = readFileSync(built, 'utf8')
  const index = join(copy, 'cloudfunctions/people/index.ts')
  writeFileSync(join(copy, 'contract/people/gossip.ts'), `import * as v from 'valibot'\nimport { defineCall } from '../call'\nexport const gossip = defineCall({ name: 'people/gossip', input: v.object({}), output: v.object({}), failures: [] })\n`)
  writeFileSync(index, `import { gossip } from '../../contract/people/gossip'\n${readFileSync(index, 'utf8').replace('  bind(', '  bind(gossip, async () => ({})),\n  bind(')}`)
  const { code, said } = await buildOfCopy()
  expect([code, said.includes(noRow)]).toEqual([1, true])
  expect(existsSync(built) && readFileSync(built, 'utf8') === good).toBe(true)
})
