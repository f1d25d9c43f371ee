import jsQR from 'jsqr'
import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { publishedPages } from './pages'
import { getUnlimited } from './wxacode'

const pages = publishedPages()
const refusedAs = (errcode: number) => expect.objectContaining({ errcode }) as Error

/** What a stranger's reader makes of the picture. */
function read(png: Buffer): { text: string | undefined; width: number } {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end))
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const width = chunks.get('IHDR')!.readUInt32BE(0)
  const grey = inflateSync(chunks.get('IDAT')!).filter((_, at) => at % (width + 1) > 0)
  const pixels = new Uint8ClampedArray(grey.length * 4).map((_, at) => (at % 4 === 3 ? 255 : grey[at >> 2]!))
  return { text: jsQR(pixels, width, width)?.data, width }
}

test('any reader of QR codes reads page and scene', () => {
  expect(pages).toContain('pages/resident/event/index')
  expect(read(getUnlimited({ scene: 'e-2017.10_28', page: 'pages/resident/event/index' }, pages))).toEqual({ text: 'pages/resident/event/index?scene=e-2017.10_28', width: 430 })
  expect(read(getUnlimited({ scene: 's=1&r=2', width: 601 }, pages))).toEqual({ text: `${pages[0]}?scene=s%3D1%26r%3D2`, width: 601 })
  const widest = "!#$&'()*+,/:;=?@-._~Az09".padEnd(32, '!')
  expect(read(getUnlimited({ scene: widest, page: 'pages/not/yet', check_path: false, width: 280 }, pages)).text).toBe(`pages/not/yet?scene=${encodeURIComponent(widest)}`)
})

test('what WeChat would not draw is not drawn', () => {
  for (const scene of [undefined, '', 7, 'x'.repeat(33)]) expect(() => getUnlimited({ scene }, pages)).toThrow(refusedAs(40169))
  for (const scene of ['活动', 'a b', '100%', 'a|b']) expect(() => getUnlimited({ scene }, pages)).toThrow(refusedAs(40129))
  for (const page of ['/pages/resident/event/index', 'pages/resident/event/index?id=1', 'pages/not/yet', '', 7]) expect(() => getUnlimited({ scene: 's', page }, pages)).toThrow(refusedAs(41030))
  expect(() => getUnlimited({ scene: 's', page: '/pages/not/yet', check_path: false }, pages)).toThrow(refusedAs(41030))
  for (const changed of [{ width: 279 }, { width: 1281 }, { width: '430' }, { env_version: 'beta' }]) expect(() => getUnlimited({ scene: 's', ...changed }, pages)).toThrow(refusedAs(40097))
})
