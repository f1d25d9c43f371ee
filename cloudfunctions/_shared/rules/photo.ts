/** Is it a photo, and of a size that may be decoded? Judged by its bytes, never by its name. Pure. */
import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'
import { photoLongSide } from '../../../contract/evidence/attach'

export interface Photo { extension: 'jpg' | 'png' | 'webp'; width: number; height: number }

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
  // The phone draws every photo anew; what is larger was made to hurt a decoder.
  if (Math.max(width, height) > photoLongSide) return 'photo-too-large'
  return { extension: kind.extension, width, height }
}

/** SHA-256, hex: what the phone computes of its file. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads the header alone. It throws on bytes that only begin like a picture. */
function sizeOf(bytes: Buffer) {
  try {
    return imageSize(bytes)
  } catch {
    return null
  }
}
