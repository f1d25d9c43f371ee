import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from './fixtures/open-test-cloud'
import type { Sdk } from '../contract/sdk'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  sdk = sdkOf(cloud)
})
afterAll(() => cloud.stop())

const action = async (name: string, parameters: object) =>
  (await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify({ action: `storage.${name}`, ...parameters }) })).json() as Promise<{ code?: string; data: { download_list: { tempFileURL: string; maxAge: number }[] } & Record<string, string> }>
const address = async (fileid: string, max_age?: number) => (await action('batchGetDownloadUrl', { file_list: [{ fileid, max_age }] })).data.download_list[0]!
const statusAndText = async (answer: Response) => [answer.status, /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]]

test('an address that says nothing of its age lasts ten minutes of the world, and none longer than a day', async () => {
  const fileID = cloud.upload('evidence/a.jpg', Buffer.from('jpeg'))
  const usual = await address(fileID)
  const longest = await address(fileID, 7 * 86_400)
  expect([usual.maxAge, longest.maxAge]).toEqual([600, 86_400])
  cloud.clock.advance(500_000)
  expect((await fetch(usual.tempFileURL, { method: 'HEAD' })).status).toBe(200)
  cloud.clock.advance(101_000)
  expect(await statusAndText(await fetch(usual.tempFileURL))).toEqual([403, 'AccessDenied'])
  expect((await fetch(usual.tempFileURL, { method: 'HEAD' })).status).toBe(403)
  cloud.clock.advance(86_000_000 - 601_000)
  expect((await fetch(longest.tempFileURL)).status).toBe(200)
  cloud.clock.advance(401_000)
  expect((await fetch(longest.tempFileURL)).status).toBe(403)
  for (const age of [0, -1, 1.5, 'long', null]) expect(await action('batchGetDownloadUrl', { file_list: [{ fileid: fileID, max_age: age }] })).toMatchObject({ code: 'INVALID_PARAM' })
})

test('a file that went away is missing, and a made-up address is refused', async () => {
  const fileID = cloud.upload('evidence/b.jpg', Buffer.from('jpeg'))
  const { tempFileURL } = await address(fileID)
  await sdk.deleteFile({ fileList: [fileID] })
  expect(await statusAndText(await fetch(tempFileURL))).toEqual([404, 'NoSuchKey'])
  for (const path of ['%E0%A4%A', 'evidence', '.owners.json', '..%2f..%2fdatabase.sqlite', 'evidence/b.jpg?sign=0&t=9999999999']) {
    expect(await statusAndText(await fetch(`${cloud.url}/storage/${path}`)), path).toEqual([403, 'AccessDenied'])
  }
})

test('rubbish in a list spoils its own entry only, and no list is longer than 50', async () => {
  const fileID = cloud.upload('evidence/c.jpg', Buffer.from('jpeg'))
  const rubbish = [null, 7, {}, 'cloud://other/a.jpg', 'cloud://local-env.local-bucket/../a']
  const { data } = await action('batchGetDownloadUrl', { file_list: [...rubbish, { fileid: fileID }] })
  expect(data.download_list).toMatchObject([...rubbish.map(() => ({ code: 'STORAGE_FILE_NONEXIST' })), { code: 'SUCCESS' }])
  expect(await action('batchDeleteFile', { fileid_list: Array(51).fill(fileID) })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await action('batchGetDownloadUrl', { file_list: 'all' })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await action('batchDeleteFile', { fileid_list: [...rubbish, fileID] })).toMatchObject({ data: { delete_list: [...rubbish.map(() => ({ code: 'STORAGE_FILE_NONEXIST' })), { code: 'SUCCESS' }] } })
})

test('a path is at most 850 bytes once encoded', async () => {
  const long = `evidence/${'字'.repeat(80)}/${'字'.repeat(12)}/abcd`.padEnd(115, 'x')
  expect(encodeURI(long)).toHaveLength(851)
  await expect(sdk.uploadFile({ cloudPath: long, fileContent: Buffer.from('x') })).rejects.toThrow()
  await expect(sdk.uploadFile({ cloudPath: long.slice(0, -1), fileContent: Buffer.from('x') })).resolves.toMatchObject({ fileID: expect.any(String) })
})

test('an upload without its signature, or larger than 50 MB, or where a folder is, leaves nothing', async () => {
  const put = async (path: string, body: Buffer<ArrayBuffer>, forged = false) => {
    const { data } = await action('getUploadMetadata', { path })
    return statusAndText(await fetch(String(data.url), { method: 'PUT', body, headers: { authorization: forged ? 'forged' : String(data.authorization) } }))
  }
  expect(await put('evidence/forged.jpg', Buffer.from('x'), true)).toEqual([403, 'SignatureDoesNotMatch'])
  expect(await put('evidence/large.jpg', Buffer.alloc(51 * 1024 * 1024))).toEqual([400, 'EXCEED_MAX_PAYLOAD_SIZE'])
  cloud.upload('evidence/folder/a.jpg', Buffer.from('x'))
  expect((await put('evidence/folder', Buffer.from('x')))[1]).toBe('InternalError')
  for (const name of ['forged.jpg', 'large.jpg', 'folder']) expect(await address(`cloud://local-env.local-bucket/evidence/${name}`)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
})
