import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccessRules } from './access-rules'
import type { Client } from './client'
import { readDeclaration } from './database/indexes'
import { openTestCloud } from './fixtures/open-test-cloud'
import type { Cloud } from './start-cloud'

const DECLARED = join(__dirname, '../../cloudfunctions/_shared/indexes.json')
const collections = Object.keys(JSON.parse(readFileSync(DECLARED, 'utf8')) as object)
const photo = Buffer.from([0xff, 0xd8, 7])
const denied = expect.objectContaining({ code: 'DATABASE_PERMISSION_DENIED' }) as Error
const fileDenied = expect.objectContaining({ code: 'STORAGE_EXCEED_AUTHORITY' }) as Error

let cloud: Cloud
let zhang: Client
let li: Client
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { ...readDeclaration(DECLARED), forgotten: [] } })
  zhang = cloud.client('o-zhang')
  li = cloud.client('o-li')
})
afterAll(() => cloud.stop())

test('every collection is closed to clients by what is deployed', () => {
  expect(collections.length).toBeGreaterThan(10)
  expect(readAccessRules().collections).toEqual(Object.fromEntries(collections.map((name) => [name, 'ADMINONLY'])))
})

test.each(collections)('a client that goes to %s by itself finds it shut, even for a document of its own', async (collection) => {
  cloud.db.insertMany(collection, [{ _id: 'one', _openid: 'o-zhang', kept: true }])
  const { database } = zhang
  await expect(database.get(collection)).rejects.toThrow(denied)
  await expect(database.get(collection, { _id: 'one' })).rejects.toThrow(denied)
  await expect(database.count(collection)).rejects.toThrow(denied)
  await expect(database.add(collection, { level: 'root' })).rejects.toThrow(denied)
  await expect(database.update(collection, { _id: 'one' }, { kept: false })).rejects.toThrow(denied)
  await expect(database.remove(collection, { _id: 'one' })).rejects.toThrow(denied)
  expect(cloud.db.find(collection)).toEqual([{ _id: 'one', _openid: 'o-zhang', kept: true }])
})

test('a collection that nobody declared is open: anybody writes what is theirs', async () => {
  const id = await zhang.database.add('forgotten', { score: 1 })
  cloud.db.insertMany('forgotten', [{ _id: 'of-a-function', score: 9 }])
  expect(cloud.db.find('forgotten', { _id: id })).toEqual([{ _id: id, _openid: 'o-zhang', score: 1 }])
  expect(await zhang.database.update('forgotten', {}, { score: 100 })).toBe(1)
  expect(await zhang.database.get('forgotten')).toEqual([{ _id: id, _openid: 'o-zhang', score: 100 }])
  expect([await li.database.get('forgotten'), await li.database.update('forgotten', {}, { score: 0 }), await li.database.remove('forgotten', {})]).toEqual([[], 0, 0])
  await expect(li.database.add('forgotten', { _openid: 'o-zhang' })).rejects.toThrow(denied)
  await expect(zhang.database.update('forgotten', {}, { _openid: 'o-li' })).rejects.toThrow(denied)
  expect(await zhang.database.remove('forgotten', {})).toBe(1)
  expect(cloud.db.count('forgotten')).toBe(1)
})

test('what everybody may read is written by its owner, or by functions alone', async () => {
  const rules = { collections: { board: 'READONLY', notices: 'ADMINWRITE' } } as const
  const open = await openTestCloud({ indexes: { board: [], notices: [] }, accessRules: rules })
  open.db.insertMany('notices', [{ _id: 'n', _openid: 'o-zhang' }])
  const [author, reader] = [open.client('o-zhang'), open.client('o-li')]
  await author.database.add('board', { text: '一' })
  expect(await reader.database.count('board')).toBe(1)
  expect(await reader.database.remove('board', {})).toBe(0)
  expect(await reader.database.count('notices')).toBe(1)
  await expect(author.database.update('notices', {}, { text: '二' })).rejects.toThrow(denied)
  const { fileID } = await author.uploadFile({ cloudPath: 'anywhere/a.jpg', fileContent: photo })
  expect((await reader.downloadFile({ fileID })).fileContent).toEqual(photo)
  await expect(reader.uploadFile({ cloudPath: 'anywhere/a.jpg', fileContent: photo })).rejects.toThrow(fileDenied)
  await open.stop()
})

test('a client\'s own query is no cheaper than a function\'s: without an index it may look at so many documents and no more', async () => {
  const open = await openTestCloud({ indexes: { board: [{ fields: { day: 1 } }] }, accessRules: { collections: { board: 'READONLY' } }, mostScanned: 20 })
  open.db.insertMany('board', Array.from({ length: 21 }, (_, i) => ({ day: i, text: '一' })))
  const { database } = open.client('o-zhang')
  const scans = expect.objectContaining({ message: expect.stringContaining('without an index') as unknown }) as Error
  expect(await database.count('board', { day: { $lt: 5 } })).toBe(5)
  await expect(database.get('board', { text: '二' })).rejects.toThrow(scans)
  await expect(database.count('board', { text: '一' })).rejects.toThrow(scans)
  await expect(database.update('board', { text: '一' }, { text: '二' })).rejects.toThrow(scans)
  await expect(database.remove('board', { text: '一' })).rejects.toThrow(scans)
  await open.stop()
})

test('a client sends its own uploads, and touches no other file', async () => {
  const kept = cloud.upload('evidence/kept.jpg', Buffer.from('kept'))
  const { fileID } = await zhang.uploadFile({ cloudPath: 'incoming/mine.jpg', fileContent: photo })
  await zhang.uploadFile({ cloudPath: 'incoming/mine.jpg', fileContent: photo })
  for (const cloudPath of ['incoming/mine.jpg', 'evidence/kept.jpg', 'evidence/new.jpg', 'incoming/a.html', 'incoming/deeper/a.jpg']) {
    await expect(li.uploadFile({ cloudPath, fileContent: Buffer.from('li') }), cloudPath).rejects.toThrow(fileDenied)
  }
  for (const file of [kept, fileID]) {
    await expect(li.downloadFile({ fileID: file })).rejects.toThrow(fileDenied)
    expect((await li.getTempFileURL({ fileList: [file] })).fileList).toEqual([{ fileID: file, status: -503002, tempFileURL: '' }])
    expect((await li.deleteFile({ fileList: [file] })).fileList).toEqual([{ fileID: file, status: -503002 }])
  }
  await expect(zhang.downloadFile({ fileID })).rejects.toThrow(fileDenied)
  expect((await zhang.deleteFile({ fileList: [fileID, `${fileID}0`] })).fileList.map(({ status }) => status)).toEqual([0, -503003])
})

test('a client reaches functions, and they learn who it is', async () => {
  expect(await zhang.callFunction({ name: 'probe', data: { a: 1 } })).toMatchObject({ result: { wxContext: { OPENID: 'o-zhang', SOURCE: 'wx_client' }, event: { a: 1 } } })
})
