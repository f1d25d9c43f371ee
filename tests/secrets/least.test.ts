/** A function is given the keys that it works with, and no others: by its environment here as in a deployment (dist/deploy/environment.json). */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { startCloud } from '../../emulator/cloud/start-cloud'

const given = JSON.parse(readFileSync(resolve(__dirname, '../../dist/deploy/environment.json'), 'utf8')) as Record<string, string[]>
const usersOf = (variable: string) => Object.keys(given).filter((name) => given[name]?.includes(variable))

test('numbers are sealed and opened by two functions, codes by five, the first admin is made by one; whoever only reads has no key at all', () => {
  expect(usersOf('LINLI_PHONE_KEYS')).toEqual(['people', 'registrations'])
  expect(usersOf('LINLI_CODE_KEYS')).toEqual(['attendance', 'people', 'queue', 'registrations', 'roles'])
  expect(usersOf('LINLI_CLAIM_CODE')).toEqual(['roles'])
  expect(['totals', 'notices'].filter((name) => usersOf('LINLI_AUDIT_KEY').includes(name))).toEqual([])
})

test('nothing else reaches its process', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-least-'))
  const functionsDir = resolve(__dirname, 'fixtures')
  const env = { LINLI_PHONE_KEYS: 'p', LINLI_AUDIT_KEY: 'a', LINLI_CODE_KEYS: 'c' }
  const cloud = await startCloud({ dataDir, functionsDir, env, given: { 'what-is-given': ['LINLI_AUDIT_KEY', 'LINLI_NOT_SET'] } })
  expect(await cloud.invoke('what-is-given', {})).toEqual(['LINLI_AUDIT_KEY'])
  await cloud.stop()
  rmSync(dataDir, { recursive: true })
})
