import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Sdk } from './fixtures/open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  sdk = sdkOf(cloud)
})
afterAll(() => cloud.stop())

const photo = Buffer.from([0xff, 0xd8, 0, 1, 2, 3, 0xff, 0xd9])

test('a temporary address ends when the world\'s clock says so', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'evidence/a.jpg', fileContent: photo })
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })
  const address = String(fileList[0]?.tempFileURL)
  cloud.clock.advance(590_000)
  expect((await fetch(address)).status).toBe(200)
  cloud.clock.advance(11_000)
  expect((await fetch(address)).status).toBe(403)
})

test('no path leads out of the folder', async () => {
  for (const cloudPath of ['../outside.txt', 'a/../../b.txt', '/etc/x', 'a//b', '.hidden', 'a?b', '']) {
    await expect(sdk.uploadFile({ cloudPath, fileContent: photo }), cloudPath).rejects.toThrow()
  }
})
