import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Sdk } from '../cloud/fixtures/open-test-cloud'
import { REFUSED } from '../cloud/refused-actions'
import type { Cloud } from '../cloud/start-cloud'

let cloud: Cloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await openTestCloud()
  sdk = sdkOf(cloud)
})
afterAll(() => cloud.stop())

const folder = (name: string) => dirname(createRequire(__filename).resolve(`${name}/package.json`))
const versionOf = (name: string) => (JSON.parse(readFileSync(join(folder(name), 'package.json'), 'utf8')) as { version: string }).version
const sources = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => sources(join(path, name))) : path.endsWith('.js') ? [readFileSync(path, 'utf8')] : []
const PREFIXED = /['"`]((?:database|storage|functions|wx|auth|tcb|analytics|notification)\.[A-Za-z]+)['"`]/g
const CARRIED = /\baction['"]?\s*[:=]\s*['"`]([^'"`]+)['"`]/g

test('the packages are the ones that were read', () => {
  expect([versionOf('wx-server-sdk'), versionOf('@cloudbase/node-sdk'), versionOf('@cloudbase/database')]).toEqual(['4.0.2', '3.17.2', '1.4.3'])
})

test('every action that stands in the SDK is answered, or refused with a reason', () => {
  const texts = [join(folder('wx-server-sdk'), 'index.js'), join(folder('@cloudbase/node-sdk'), 'dist'), join(folder('@cloudbase/database'), 'dist/commonjs')].flatMap(sources)
  const found = new Set(texts.flatMap((text) => [...text.matchAll(PREFIXED), ...text.matchAll(CARRIED)].map((match) => match[1]!)))
  expect([...found].sort()).toEqual([...cloud.actions().known, ...Object.keys(REFUSED)].sort())
})

test('an action that is refused says why, and surprises nobody', async () => {
  await expect(sdk.cloudPay.unifiedOrder!({ body: '茶' })).rejects.toMatchObject({ errMsg: expect.stringContaining('nothing is paid') })
  expect(cloud.actions().strange).toEqual([])
})

test('an action that nobody has thought about is remembered', async () => {
  await fetch(cloud.adminUrl, { method: 'POST', body: '{"action":"database.somethingNew"}' })
  expect(cloud.actions().strange).toEqual(['database.somethingNew'])
})
