/** What a function leaves undone when it answers: in production its instance stands still from then on. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FIXTURES } from '../fixtures/open-test-cloud'
import { startCloud, type Cloud } from '../start-cloud'

let dataDir: string
let cloud: Cloud
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-late-'))
  cloud = await startCloud({ dataDir, functionsDir: FIXTURES, indexes: { notes: [] } })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true })
})
const log = (name: string) => readFileSync(join(dataDir, `logs/${name}.log`), 'utf8')
const admin = async (parameters: object) => (await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify(parameters) })).json() as Promise<{ code?: string; data?: { url: string; authorization: string } }>

test('a write that a function did not wait for is not done, and its log names it', async () => {
  await cloud.client('o-zhang').callFunction({ name: 'forgetful' })
  await vi.waitFor(() => expect(log('forgetful')).toContain('late: -'), 10_000)
  expect(log('forgetful')).toContain('asked for database.insertDocument after its answer')
  expect(cloud.db.find('notes')).toEqual([])
})

test('nor are a call and the bytes of a file, while a process that is no function goes on', async () => {
  const { variable: wxCloudApiToken } = (await cloud.invoke('probe', { openid: 'o', data: { variable: 'WX_API_TOKEN' } })) as { variable: string }
  const { data } = await admin({ action: 'storage.getUploadMetadata', path: 'late.txt' })
  const put = (token: string) => fetch(data!.url, { method: 'PUT', body: 'late', headers: { authorization: data!.authorization, 'x-cos-security-token': token } })
  expect((await put(wxCloudApiToken)).status).toBe(400)
  expect(await admin({ action: 'functions.invokeFunction', function_name: 'probe', wxCloudApiToken })).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' })
  expect(log('probe').match(/asked for [\w.]+/g)).toEqual(['asked for storage.put', 'asked for functions.invokeFunction'])
  expect((await put('local')).status).toBe(200)
})
