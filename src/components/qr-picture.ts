/**
 * A QR code as a picture in one address: black and white squares as a PNG of one bit a pixel, not compressed. So it is one image on
 * every phone, crisp, some KB, and needs no canvas. With the white edge of four squares that scanners want. Pure.
 */
import { encode } from 'uqr'

/** Pixels a square: enough that a phone which enlarges the picture keeps its edges. */
const scale = 6
const edge = 4

export type Squares = boolean[][]

/** True is black. Level M: read with a scratch on the glass, or a crease in the paper. */
export function qrSquares(text: string): Squares {
  return encode(text, { ecc: 'M', border: edge }).data
}

/** `data:image/png;base64,…`. */
export function qrPicture(text: string): string {
  const squares = qrSquares(text)
  const width = squares.length * scale
  const line = Math.ceil(width / 8)
  const rows = new Uint8Array((line + 1) * width)
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (line + 1) + 1 + (x >> 3)
      // A set bit is white.
      if (!squares[Math.floor(y / scale)]?.[Math.floor(x / scale)]) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = [...fourBytes(width), ...fourBytes(width), 1, 0, 0, 0, 0]
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk('IHDR', header), ...chunk('IDAT', stored(rows)), ...chunk('IEND', [])]
  return `data:image/png;base64,${base64(png)}`
}

/** zlib without compression: blocks of at most 65,535 bytes as they are. */
function stored(bytes: Uint8Array): number[] {
  const blocks = [0x78, 0x01]
  for (let from = 0; from < bytes.length; from += 0xffff) {
    const part = bytes.subarray(from, from + 0xffff)
    const [low, high] = [part.length & 0xff, part.length >> 8]
    blocks.push(from + part.length === bytes.length ? 1 : 0, low, high, low ^ 0xff, high ^ 0xff, ...part)
  }
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return [...blocks, ...fourBytes(((b << 16) | a) >>> 0)]
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...type].map((letter) => letter.charCodeAt(0)).concat(data)
  let crc = ~0
  for (const byte of named) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return [...fourBytes(data.length), ...named, ...fourBytes(~crc >>> 0)]
}

function fourBytes(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += letters.charAt(three >> 18) + letters.charAt((three >> 12) & 63)
    text += (i + 1 < bytes.length ? letters.charAt((three >> 6) & 63) : '=') + (i + 2 < bytes.length ? letters.charAt(three & 63) : '=')
  }
  return text
}
