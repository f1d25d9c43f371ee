/** Is it a photo, and of a size that may be decoded? Judged by its bytes, never by its name. Pure. */
import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'

export interface Photo { extension: 'jpg' | 'png' | 'webp'; width: number; height: number; sha256: string }

/** The client draws photos at 1,600; a phone's own camera stays below this. What is above is made to hurt a decoder. */
const longestSide = 8192
const mostPixels = 24_000_000

const kinds: readonly { extension: Photo['extension']; starts: (bytes: Buffer) => boolean }[] = [
  { extension: 'jpg', starts: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { extension: 'png', starts: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { extension: 'webp', starts: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' },
]

export function photoOf(bytes: Buffer): Photo | 'not-a-photo' | 'photo-too-large' {
  const kind = kinds.find((one) => one.starts(bytes))
  if (!kind) return 'not-a-photo'
  const size = sizeOf(bytes)
  if (!size || size.type !== kind.extension || size.width < 1 || size.height < 1) return 'not-a-photo'
  const { width, height } = size
  if (Math.max(width, height) > longestSide || width * height > mostPixels) return 'photo-too-large'
  return { extension: kind.extension, width, height, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Reads the header alone. It throws on bytes that only begin like a picture. */
function sizeOf(bytes: Buffer) {
  try {
    return imageSize(bytes)
  } catch {
    return null
  }
}
