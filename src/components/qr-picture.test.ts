import jsQR from 'jsqr'
import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { qrPicture, qrSquares } from './qr-picture'

/** What a stranger's reader makes of the picture, each bit a pixel. */
function read(address: string): { text: string | undefined; width: number } {
  const [kind, base64 = ''] = address.split(',')
  expect(kind).toBe('data:image/png;base64')
  const png = Buffer.from(base64, 'base64')
  expect(png.toString('base64')).toBe(base64)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end))
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const width = chunks.get('IHDR')!.readUInt32BE(0)
  const line = Math.ceil(width / 8) + 1
  const rows = inflateSync(chunks.get('IDAT')!)
  expect(rows).toHaveLength(line * width)
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((rows[y * line + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { text: jsQR(pixels, width, width)?.data, width }
}

const entry = `L1.k20261123.0abc123.${'Ab_-9'.repeat(4)}xY.zq1x2.Abc_-9xyzAB`

test('any reader of QR codes reads what was drawn', () => {
  for (const text of [entry, 'L2.k1.opera-evening-s1.20261127.zq1x2.Abc_-9xyzAB', 'L', 'x'.repeat(500)]) expect(read(qrPicture(text)).text).toBe(text)
})

test('an entry code is small enough for an old camera: 33 squares and its edge, under 64 KB', () => {
  expect(entry).toHaveLength(61)
  expect(qrSquares(entry)).toHaveLength(33 + 8)
  expect(read(qrPicture(entry)).width).toBe(41 * 6)
  expect(qrPicture(entry).length).toBeLessThan(20_000)
})

test('the edge is white', () => {
  const squares = qrSquares(entry)
  const outer = squares.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, row.length - 1 - x, squares.length - 1 - y) < 4))
  expect(outer.some(Boolean)).toBe(false)
})
