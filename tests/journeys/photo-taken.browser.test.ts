/**
 * A worker's photos in a real browser with a real canvas: one taken by its camera carries its mark, one from the album is made small and forgets
 * what a camera wrote into it, and what is no picture is told in words. What lies in the cloud in the end is looked at byte by byte.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { listPhotos } from '../../contract/evidence/list'
import { openJourney } from '../browser/journey'
import { button, reads } from '../browser/on-the-page'
import { namelessControls, type Visit } from '../browser/visit'
import { withExif } from '../exif-picture'
import { greyJpeg, sha256Of } from '../photo'

let chen: Visit
const folder = mkdtempSync(join(tmpdir(), 'linli-album-'))
const journey = openJourney('event-day', async ({ visit }) => {
  chen = await visit('chen')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Kept { _id: string; savedAt: string; source: string; takenAt: string | null; bytes: number; width: number; height: number; sha256: string; entryId: string }
const photos = () => journey.house.world.cloud.db.find('photos', {}) as unknown as Kept[]
const newest = () => photos().sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0] as Kept

async function pick(path: string): Promise<void> {
  const chooser = chen.page.waitForEvent('filechooser')
  await button(chen.page, '从相册选').click()
  await (await chooser).setFiles(path)
}
function inAlbum(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
async function bytesKept({ _id, entryId, sha256 }: Kept): Promise<Buffer> {
  const listed = await journey.house.world.call('lin', listPhotos, { of: { what: 'entry', entryId } })
  const url = listed.ok ? listed.value.photos.find(({ photoId }) => photoId === _id)?.url ?? '' : ''
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(sha256Of(bytes)).toBe(sha256)
  return bytes
}
/** A picture of noise, which no encoder makes small, as a camera of 12 million pixels writes it. */
function noise(page: Page, width: number, height: number): Promise<Buffer> {
  return page.evaluate(async ([w, h]) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: w, height: h })
    const context = canvas.getContext('2d')!
    const pixels = context.createImageData(w!, h!)
    for (let i = 0; i < pixels.data.length; i += 1) pixels.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
    context.putImageData(pixels, 0, 0)
    const blob = await new Promise<Blob>((resolve) => { canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.95) })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let i = 0; i < bytes.length; i += 30_000) text += String.fromCharCode(...bytes.subarray(i, i + 30_000))
    return btoa(text)
  }, [width, height]).then((text) => Buffer.from(text, 'base64'))
}
/** Shares of nearly white and of dark pixels in the lower left part, where the mark is, and in the upper right one. */
function markIn(page: Page, bytes: Buffer): Promise<{ white: number; dark: number; whiteAbove: number }> {
  return page.evaluate(async (text) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${text}`)).blob())
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: picture.width, height: picture.height })
    const context = canvas.getContext('2d')!
    context.drawImage(picture, 0, 0)
    const share = (x: number, y: number, w: number, h: number, is: (light: number) => boolean) => {
      const { data } = context.getImageData(x, y, w, h)
      let met = 0
      for (let i = 0; i < data.length; i += 4) if (is((data[i]! + data[i + 1]! + data[i + 2]!) / 3)) met += 1
      return met / (data.length / 4)
    }
    const letter = Math.max(picture.width, picture.height) / 42
    const [w, h] = [Math.round(letter * 9), Math.round(letter * 5)]
    const low: [number, number, number, number] = [4, picture.height - h, w, h]
    return { white: share(...low, (light) => light > 225), dark: share(...low, (light) => light < 150), whiteAbove: share(picture.width - w, 0, w, h, (light) => light > 225) }
  }, bytes.toString('base64'))
}
const isBare = (bytes: Buffer) => !bytes.includes('Exif') && !bytes.includes('GPS')

test('one that is taken carries when, where and a number, is small, and is kept', { timeout: 120_000 }, async () => {
  await button(chen.page, '记一笔').click()
  await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(chen.page, '悬挂横幅，加一').click()
  await button(chen.page, '拍一张').click()
  await button(chen.page, '拍下').click()
  await reads(chen.page, '应用内拍摄')
  expect(await namelessControls(chen.page)).toEqual([])
  await button(chen.page, '记下').click()
  await reads(chen.page, '照片也存上了')

  const kept = newest()
  expect(kept).toMatchObject({ source: 'in-app' })
  expect(Math.abs(Date.parse(kept.takenAt ?? '') - Date.parse(kept.savedAt))).toBeLessThan(60_000)
  const bytes = await bytesKept(kept)
  const { width, height } = imageSize(bytes)
  expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
  expect(bytes.length).toBeLessThanOrEqual(400_000)
  const mark = await markIn(chen.page, bytes)
  expect(mark.white).toBeGreaterThan(0.03)
  expect(mark.dark).toBeGreaterThan(0.4)
  expect(mark.white).toBeGreaterThan(mark.whiteAbove)
  expect(chen.troubles).toEqual([])
})

test('one from the album: 12 million pixels of noise become 1,600 and 400 KB, say when they claim to be from, and nothing else', { timeout: 120_000 }, async () => {
  const large = withExif(await noise(chen.page, 4000, 3000), { original: '2026:11:20 19:05:33' })
  expect(large.length).toBeGreaterThan(3_000_000)
  await button(chen.page, '再记一笔').click()
  await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(chen.page, '悬挂横幅，加一').click()
  await pick(inAlbum('large.jpg', large))
  await reads(chen.page, '相册导入')
  await button(chen.page, '记下').click()
  await reads(chen.page, '照片也存上了')
  const kept = newest()
  expect(kept).toMatchObject({ source: 'album', takenAt: '2026-11-20T11:05:33.000Z' })
  const bytes = await bytesKept(kept)
  const { width, height } = imageSize(bytes)
  expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
  expect(width / height).toBeCloseTo(4 / 3, 1)
  expect(bytes.length).toBeLessThanOrEqual(400_000)
  expect(isBare(bytes)).toBe(true)
})

test('记下 while the photo is still made ready says so, and then keeps both; a second tap is no second entry', { timeout: 120_000 }, async () => {
  const entries = () => journey.house.world.cloud.db.count('work-entries', {})
  const [before, photosBefore] = [entries(), photos().length]
  // A slow phone: no picture is drawn until it may be.
  await chen.page.evaluate(() => {
    const drawn = HTMLCanvasElement.prototype.toBlob
    const slow = new Promise<void>((resolve) => { Object.assign(globalThis, { mayDraw: resolve }) })
    HTMLCanvasElement.prototype.toBlob = function toBlob(...given) { void slow.then(() => { HTMLCanvasElement.prototype.toBlob = drawn; drawn.apply(this, given) }) }
  })
  await button(chen.page, '再记一笔').click()
  await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(chen.page, '悬挂横幅，加一').click()
  await pick(inAlbum('slow.jpg', greyJpeg(900, 700, 'slowly made ready')))
  await chen.page.getByRole('button', { name: '正在处理…' }).filter({ visible: true }).waitFor()
  await button(chen.page, '记下').click()
  await chen.page.getByRole('button', { name: '照片处理好就记下…' }).filter({ visible: true }).waitFor()
  expect(entries()).toBe(before)
  await chen.page.evaluate(() => (globalThis as unknown as { mayDraw(): void }).mayDraw())
  await reads(chen.page, '照片也存上了')
  expect([entries(), photos().length]).toEqual([before + 1, photosBefore + 1])

  await button(chen.page, '再记一笔').click()
  await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(chen.page, '悬挂横幅，加一').click()
  await pick(inAlbum('twice.jpg', greyJpeg(700, 900, 'tapped twice')))
  await reads(chen.page, '相册导入')
  await button(chen.page, '记下').dblclick()
  await reads(chen.page, '照片也存上了')
  expect([entries(), photos().length]).toEqual([before + 2, photosBefore + 2])
})

test('the same picture for another entry is asked about first; 换一张 keeps nothing, 还是用这张 keeps it', { timeout: 120_000 }, async () => {
  const same = inAlbum('same.jpg', greyJpeg(1200, 900, 'the same picture'))
  const entryWith = async () => {
    await button(chen.page, '再记一笔').click()
    await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
    await button(chen.page, '悬挂横幅，加一').click()
    await pick(same)
  }
  await entryWith()
  await reads(chen.page, '相册导入')
  await button(chen.page, '记下').click()
  await reads(chen.page, '照片也存上了')
  const before = photos().length
  await entryWith()
  await reads(chen.page, /这张照片已经用在“横幅”了/)
  await button(chen.page, '换一张').click()
  expect(await chen.page.getByText('相册导入').filter({ visible: true }).count()).toBe(0)
  await pick(same)
  await reads(chen.page, '这张照片用过了')
  await button(chen.page, '还是用这张').click()
  await reads(chen.page, '相册导入')
  await button(chen.page, '记下').click()
  // The community knows it too, and its worker says so once more where the phone did not know.
  await reads(chen.page, /照片也存上了|还是用这张/)
  if (await button(chen.page, '还是用这张').count() > 0) await button(chen.page, '还是用这张').click()
  await expect.poll(() => photos().length, { timeout: 10_000 }).toBe(before + 1)
})

test.each<[string, string, () => Promise<Uint8Array>, string]>([
  ['nothing at all', 'empty.jpg', async () => Buffer.alloc(0), '这张照片是空的'],
  ['an Apple picture', 'apple.heic', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic and then nothing that can be read'), '请在相机设置里选“兼容性最佳”，或者截屏再选'],
  ['one that was cut off', 'cut.jpg', async () => (await noise(chen.page, 800, 600)).subarray(0, 300), '这张照片没存完整'],
  ['50 MB', 'huge.jpg', async () => Buffer.concat([await noise(chen.page, 800, 600), Buffer.alloc(50_000_000)]), '这张照片太大了'],
  ['a text', 'note.jpg', async () => Buffer.from('不是照片'), '读不出来'],
])('%s is told in words, and the entry stays as it was', { timeout: 60_000 }, async (_, name, bytes, words) => {
  if (await button(chen.page, '再记一笔').count() > 0) {
    await button(chen.page, '再记一笔').click()
    await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
    await button(chen.page, '悬挂横幅，加一').click()
  }
  await pick(inAlbum(name, await bytes()))
  await reads(chen.page, words)
  await reads(chen.page, /悬挂横幅/)
  expect(await chen.page.getByRole('button', { name: '从相册选', exact: true }).filter({ visible: true }).count()).toBe(1)
})

test('kept without signal and found again by the next run: it goes up by itself when the network is back', { timeout: 120_000 }, async () => {
  const lin = await journey.visit('lin')
  await lin.page.getByRole('tab', { name: '活动' }).click()
  await button(lin.page, '趣味运动会：照片').click()
  await button(lin.page, '从相册选').waitFor()
  // The cloud is away, the page is not.
  await lin.page.route('**/door/**', (route) => route.abort())
  const chooser = lin.page.waitForEvent('filechooser')
  await button(lin.page, '从相册选').click()
  await (await chooser).setFiles(inAlbum('games.jpg', greyJpeg(1000, 1400, 'without signal')))
  await button(lin.page, '存到这个活动').click()
  await reads(lin.page, '还没连上网，照片在手机里')
  const before = photos().length
  await lin.page.unroute('**/door/**')
  await lin.page.reload()
  await expect.poll(() => photos().length, { timeout: 20_000 }).toBe(before + 1)
  await reads(lin.page, '照片存上了')
  expect(await lin.page.getByText('待上传，在这部手机里').count()).toBe(0)
})
