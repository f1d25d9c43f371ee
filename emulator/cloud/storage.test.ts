import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Sdk } from './open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  sdk = sdkOf(cloud)
})
afterAll(() => cloud.stop())

const photo = Buffer.from([0xff, 0xd8, 0, 1, 2, 3, 0xff, 0xd9])

test('a file goes up, comes down, and goes away', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'evidence/2017-09/横幅-1.jpg', fileContent: photo })
  expect(fileID).toMatch(/^cloud:\/\/local-env\..*横幅-1\.jpg$/)
  expect((await sdk.downloadFile({ fileID })).fileContent).toEqual(photo)
  const { fileList } = await sdk.deleteFile({ fileList: [fileID, 'cloud://local-env.local-bucket/none'] })
  expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
  await expect(sdk.downloadFile({ fileID })).rejects.toThrow()
})

test('a temporary address ends, and cannot be made up', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'evidence/a.jpg', fileContent: photo })
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })
  const address = encodeURI(String(fileList[0]?.tempFileURL))
  const answer = await fetch(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await fetch(address.replace(/t=(\d+)/, (_, t: string) => `t=${Number(t) + 9999}`))).status).toBe(403)
  expect((await fetch(address.split('?')[0]!)).status).toBe(403)
  cloud.clock.advance(601_000)
  expect((await fetch(address)).status).toBe(403)
})

test('no path leads out of the folder', async () => {
  for (const cloudPath of ['../outside.txt', 'a/../../b.txt', '/etc/x', 'a//b', '.hidden', 'a?b', '']) {
    await expect(sdk.uploadFile({ cloudPath, fileContent: photo }), cloudPath).rejects.toThrow()
  }
})
