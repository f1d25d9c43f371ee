import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
const made: string[] = []
beforeAll(async () => {
  place = await openPlace()
})
afterAll(async () => {
  if (made.length > 0) await place.sdk.deleteFile({ fileList: made })
  expect((await place.close()).strangeActions).toEqual([])
})

const photo = Buffer.from([0xff, 0xd8, 0, 1, 2, 3, 0xff, 0xd9])
async function upload(path: string, fileContent = photo): Promise<string> {
  const { fileID } = await place.sdk.uploadFile({ cloudPath: place.path(path), fileContent })
  made.push(fileID)
  return fileID
}
/** The address as a browser asks for it. */
async function addressOf(fileID: string): Promise<string> {
  return encodeURI(String((await place.sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL))
}

test('a file goes up, comes down, and goes away', async () => {
  const fileID = await upload('evidence/2017-09/横幅-1.jpg')
  expect(fileID).toMatch(/^cloud:\/\/.+\/evidence\/2017-09\/横幅-1\.jpg$/)
  expect((await place.sdk.downloadFile({ fileID })).fileContent).toEqual(photo)
  expect((await place.sdk.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ fileID, status: 0 }])
  await expect(place.sdk.downloadFile({ fileID })).rejects.toThrow()
})

test('a second upload to the same path takes the place of the first', async () => {
  const fileID = await upload('again.txt', Buffer.from('first'))
  expect(await upload('again.txt', Buffer.from('second'))).toBe(fileID)
  expect((await place.sdk.downloadFile({ fileID })).fileContent.toString()).toBe('second')
})

test('an upload says status -1 though it went well: the answer to its PUT is empty (trap 8)', async () => {
  const { statusCode, fileID } = await place.sdk.uploadFile({ cloudPath: place.path('status.txt'), fileContent: Buffer.from('x') })
  made.push(fileID)
  expect(statusCode).toBe(-1)
})

test('a file that is not there is -503003 beside those that are', async () => {
  const fileID = await upload('there.jpg')
  const gone = fileID.replace('there.jpg', 'gone.jpg')
  expect((await place.sdk.getTempFileURL({ fileList: [fileID, gone] })).fileList.map(({ status }) => status)).toEqual([0, -503003])
  expect((await place.sdk.deleteFile({ fileList: [gone, fileID] })).fileList.map(({ status }) => status)).toEqual([-503003, 0])
})

test('a temporary address needs no key, and cannot be made up', async () => {
  const address = await addressOf(await upload('address.jpg'))
  const answer = await fetch(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(photo)
  expect((await fetch(address.replace(/t=(\d+)/, (_, t: string) => `t=${Number(t) + 9999}`))).status).toBe(403)
  expect((await fetch(address.replace('address.jpg', 'other.jpg'))).status).toBe(403)
  expect((await fetch(address.split('?')[0]!)).status).toBe(403)
})

test('a temporary address of a deleted file leads nowhere', async () => {
  const fileID = await upload('deleted.jpg')
  const address = await addressOf(fileID)
  await place.sdk.deleteFile({ fileList: [fileID] })
  expect((await fetch(address)).status).toBe(404)
})

test('at most 50 addresses, and 50 deletions, are asked at once', async () => {
  const fileID = await upload('fifty.jpg')
  const times = (count: number) => Array.from({ length: count }, () => fileID)
  expect((await place.sdk.getTempFileURL({ fileList: times(50) })).fileList).toHaveLength(50)
  await expect(place.sdk.getTempFileURL({ fileList: times(51) })).rejects.toMatchObject({ errCode: expect.any(Number) })
  await expect(place.sdk.deleteFile({ fileList: times(51) })).rejects.toMatchObject({ errCode: expect.any(Number) })
  expect((await place.sdk.downloadFile({ fileID })).fileContent).toEqual(photo)
})
