import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIXTURES, openTestCloud } from './fixtures/open-test-cloud'
import { refuseRealCloud } from './refuse-real-cloud'
import { startCloud } from './start-cloud'

test('it does not start where the real cloud could be reached', async () => {
  expect(() => refuseRealCloud({ TENCENTCLOUD_SECRETID: 'AKIDreal' })).toThrow('unset TENCENTCLOUD_SECRETID')
  expect(() => refuseRealCloud({ TENCENTCLOUD_SECRETKEY: 'real' })).toThrow('real cloud keys')
  expect(() => refuseRealCloud({ TCB_CONTEXT_CNFG: '{"URL":"https://tcb-api.tencentcloudapi.com/admin"}' })).toThrow('another machine')
  expect(() => refuseRealCloud({ TENCENTCLOUD_RUNENV: 'SCF' })).toThrow('inside the real cloud')
  expect(() => refuseRealCloud({ TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1.evil.example/admin"}' })).toThrow('another machine')
  expect(() => refuseRealCloud({ TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:8911/admin"}', TENCENTCLOUD_SECRETID: 'local' })).not.toThrow()
  const options = { dataDir: join(tmpdir(), 'linli-never'), functionsDir: FIXTURES }
  await expect(startCloud({ ...options, env: { TENCENTCLOUD_SECRETKEY: 'real' } })).rejects.toThrow('real cloud keys')
})

test('it answers this machine only, and no web page', async () => {
  const cloud = await openTestCloud()
  const post = (body: string, headers: Record<string, string> = {}) => fetch(cloud.adminUrl, { method: 'POST', body, headers })
  expect((await post('{}', { origin: 'http://evil.example' })).status).toBe(404)
  expect(await (await post('not json')).json()).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await (await post('{"action":"constructor"}')).json()).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await (await post('{"action":"database.getDocument","collectionName":"notes","query":"{"}')).json()).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  await cloud.stop()
})

test('two clouds do not share a folder, and an index declared later finds what was there before', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-shared-'))
  const first = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] } })
  first.db.insertMany('notes', [{ _id: 'a', tag: ['x', 'y'] }, { _id: 'b', tag: 'x' }])
  await expect(startCloud({ dataDir, functionsDir: FIXTURES })).rejects.toThrow('Another cloud')
  await first.stop()
  const second = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [{ fields: { tag: 1 } }] } })
  expect(second.db.find('notes', { tag: 'x' }).map(({ _id }) => _id).sort()).toEqual(['a', 'b'])
  await second.stop()
  await expect(startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [{ fields: { tag: 1 }, unique: true }] } })).rejects.toThrow('already break them')
  rmSync(dataDir, { recursive: true, force: true })
})
