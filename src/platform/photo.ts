/** A picture as this device drew it, and what is asked of one: small enough to send from a bad line, and readable. */
import { photoLongSide } from '#contract/evidence/attach'

/** In bytes. */
export const heaviest = 400_000

export interface Photo {
  /** Where this device keeps the drawn file for now. */
  path: string
  /** in-app: taken by the camera just now (应用内拍摄), and marked. album: picked, however old (相册导入). */
  source: 'in-app' | 'album'
  bytes: number
  /** Of the drawn file, hex. */
  sha256: string
  /** By this device's clock, ISO; of an album picture what it claims, if anything. */
  takenAt: string | null
}

/** What is written into a picture that was taken just now, line by line. `at`: device time in ms. */
export type MarkOf = (at: number) => readonly string[]

/** Why a picture cannot be used. */
export class PhotoTrouble extends Error {
  constructor(readonly kind: 'empty' | 'too-large' | 'heic' | 'unreadable' | 'no-camera') {
    super(kind)
  }
}

/** Beyond this a phone of 2 GB dies of it: in bytes, and in pixels once decoded. */
const mostBytes = 40_000_000
const mostPixels = 110_000_000

/** Before it is decoded. `head`: its first bytes. */
export function checkFile(bytes: number): void {
  if (bytes === 0) throw new PhotoTrouble('empty')
  if (bytes > mostBytes) throw new PhotoTrouble('too-large')
}

export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PhotoTrouble('unreadable')
  if (width * height > mostPixels) throw new PhotoTrouble('too-large')
}

/** For one that could not be decoded. */
export function troubleOf(head: Uint8Array): PhotoTrouble {
  const box = String.fromCharCode(...head.subarray(4, 12))
  return new PhotoTrouble(/^ftyp(hei|hev|mif|msf)/.test(box) ? 'heic' : 'unreadable')
}

/** How much of a file is read to know its time and its format. */
export const headBytes = 131_072

/** Width and height that keep the shape and fit the long side; never larger than it was. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, photoLongSide / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** From good and large to whatever is light enough: quality 0 … 1, and the share of the fitted size. */
const tries: readonly (readonly [quality: number, scale: number])[] = [[0.82, 1], [0.7, 1], [0.55, 1], [0.5, 0.75], [0.45, 0.5], [0.4, 0.25]]

/** Draws until it is light enough; the last try is taken as it comes. */
export async function lightest<Drawn extends { bytes: number }>(draw: (quality: number, scale: number) => Promise<Drawn>): Promise<Drawn> {
  let drawn: Drawn | null = null
  for (const [quality, scale] of tries) {
    drawn = await draw(quality, scale)
    if (drawn.bytes <= heaviest) break
  }
  if (!drawn) throw new PhotoTrouble('unreadable')
  return drawn
}
