import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from '../cloud/fixtures/open-test-cloud'
import type { Cloud } from '../cloud/start-cloud'
import { openDoor, type Door } from './open-door'

const DIST = join(__dirname, '../../dist')
const MARK = 'linli-door'

let cloud: Cloud
let door: Door
const site = mkdtempSync(join(tmpdir(), 'linli-site-'))
beforeAll(async () => {
  writeFileSync(join(site, 'index.html'), '<!doctype html><html><head><title>app</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>')
  writeFileSync(join(site, 'app.js'), 'void 0')
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  const zhang = { id: 'zhang', openid: 'openid-zhang', name: '张阿姨（居民）', says: '给自己报一个名。<b>', startAt: '/pages/resident/events' }
  const li = { id: 'li', openid: 'openid-li', name: '老李（居民）', says: '看看。', startAt: '/pages/resident/events' }
  door = await openDoor({ cloud, site, worldName: '榆荫社区', cast: [zhang, li] })
})
afterAll(async () => {
  await door.stop()
  await cloud.stop()
  rmSync(site, { recursive: true })
})

const page = async (path: string) => (await fetch(door.url + path)).text()
const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
  const answer = await fetch(door.url + path, { method: 'POST', body, headers })
  return answer.json() as Promise<{ result?: Record<string, unknown>; fileID?: string; now?: number; error?: { code: string } }>
}
const call = (as: string, name = 'probe') => post('/door/call', JSON.stringify({ as, name, data: { a: 1 } }))

test('the first page says when it is and asks who one wants to be', async () => {
  const html = await page('/')
  expect(html).toContain('您想当谁？')
  expect(html).toContain('10月1日 星期日 09:00')
  expect(html).toContain('href="/?as=zhang#/pages/resident/events"')
  expect(html).toContain('给自己报一个名。&#60;b&#62;')
  expect(await page('/?as=stranger')).toContain('您想当谁？')
})

test('the app opens for a person, with the cloud before its own scripts', async () => {
  const html = await page('/?as=zhang')
  expect(html.indexOf('/door/cloud.js')).toBeGreaterThan(0)
  expect(html.indexOf('/door/cloud.js')).toBeLessThan(html.indexOf('/app.js'))
  expect(await page('/app.js')).toBe('void 0')
  const script = await page('/door/cloud.js')
  expect(script).toContain('"id":"zhang"')
  expect(script).not.toContain('openid-zhang')
})

test('a call is made as the person of the tab, and only as one of the cast', async () => {
  const { result, now } = await call('zhang')
  expect(result).toMatchObject({ wxContext: { OPENID: 'openid-zhang', SOURCE: 'wx_client' }, event: { a: 1 } })
  expect(new Date(now ?? 0).toISOString()).toMatch(/^2017-10-01T01:00/)
  expect((await call('openid-zhang')).error?.code).toBe('INVALID_PARAM')
  expect((await call('zhang', 'nowhere')).error?.code).toBe('FUNCTION_NOT_FOUND')
  expect((await post('/door/call', 'not json')).error?.code).toBe('INVALID_PARAM')
})

test('a photo goes up as the person of the tab', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect((await post('/door/upload?as=zhang&cloudPath=incoming/a.jpg', bytes)).fileID).toMatch(/incoming\/a\.jpg$/)
  expect((await post('/door/upload?as=nobody&cloudPath=incoming/a.jpg', bytes)).error?.code).toBe('INVALID_PARAM')
  expect((await post('/door/upload?as=zhang&cloudPath=../a.jpg', bytes)).error?.code).toBe('INVALID_PARAM')
})

test('nobody overwrites what was kept, nor somebody else\'s upload; one\'s own may be sent again', async () => {
  const up = async (as: string, cloudPath: string, byte: number) => post(`/door/upload?as=${as}&cloudPath=${cloudPath}`, new Uint8Array([byte]))
  cloud.upload('evidence/kept.jpg', new Uint8Array([9]))
  for (const path of ['evidence/kept.jpg', 'evidence/new.jpg', 'reports/2017-09.docx', 'kept.jpg', 'incoming/deeper/a.jpg', 'incoming/a.html', 'other/incoming/a.jpg']) {
    expect((await up('zhang', path, 1)).error?.code, path).toBe('STORAGE_EXCEED_AUTHORITY')
  }
  expect((await up('zhang', 'incoming/mine.jpg', 1)).fileID).toBeTruthy()
  expect((await up('li', 'incoming/mine.jpg', 2)).error?.code).toBe('STORAGE_EXCEED_AUTHORITY')
  expect((await up('zhang', 'incoming/mine.jpg', 3)).fileID).toBeTruthy()
  const sdk = sdkOf(cloud)
  const held = async (path: string) => [...(await sdk.downloadFile({ fileID: `cloud://local-env.local-bucket/${path}` })).fileContent]
  expect([await held('evidence/kept.jpg'), await held('incoming/mine.jpg')]).toEqual([[9], [3]])
  // What a function put there is no client's, whatever its path.
  cloud.upload('incoming/of-a-function.jpg', new Uint8Array([7]))
  expect((await up('zhang', 'incoming/of-a-function.jpg', 1)).error?.code).toBe('STORAGE_EXCEED_AUTHORITY')
  expect((await fetch(`${cloud.url}/storage/incoming/mine.jpg`)).status).toBe(403)
})

test('no collection is open to clients: what is declared names every one of them', () => {
  const declared = (name: string) => JSON.parse(readFileSync(join(__dirname, '../../cloudfunctions/_shared', name), 'utf8')) as Record<string, object>
  const { collections } = declared('access-rules.json') as { collections: Record<string, string> }
  expect(Object.keys(collections).sort()).toEqual(Object.keys(declared('indexes.json')).sort())
  expect(new Set(Object.values(collections))).toEqual(new Set(['ADMINONLY']))
})

test('the clock can be read and set', async () => {
  await post('/door/clock', '{"now":"2017-10-02T03:00:00.000Z"}')
  expect(await page('/door/clock')).toMatch(/2017-10-02T03:00/)
  expect(await page('/')).toContain('10月2日 星期一 11:00')
  expect((await post('/door/clock', '{"now":"soon"}')).error?.code).toBe('INVALID_PARAM')
})

test('another site, or another name for this machine, gets nothing; nor does a path out of the site', async () => {
  expect((await fetch(`${door.url}/door/call`, { method: 'POST', body: '{}', headers: { origin: 'http://evil.example' } })).status).toBe(403)
  const port = Number(new URL(door.url).port)
  const statusFor = (host: string, path = '/') =>
    new Promise((resolve) => request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => resolve(answer.resume().statusCode)).end())
  expect(await statusFor(`evil.example:${port}`)).toBe(403)
  expect(await statusFor(`localhost:${port}`)).toBe(200)
  expect(await statusFor(`localhost:${port}`, '/..%2f..%2fetc/passwd')).toBe(404)
})

test('the door is in no build that leaves this machine', () => {
  for (const folder of ['weapp', 'cloudfunctions']) {
    const files = filesUnder(join(DIST, folder))
    expect(files.length, `dist/${folder} is built`).toBeGreaterThan(0)
    expect(files.filter((file) => readFileSync(file).includes(MARK))).toEqual([])
  }
  expect(readFileSync(join(__dirname, 'cloud.js'), 'utf8')).toContain(MARK)
})

/** Throws when the folder is missing: the builds come before this test. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}
