/** Takes or picks one picture in a browser and draws it anew: small, marked if it was taken just now, without what a camera wrote into it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { claimedTime } from './exif-time'
import { hex } from './hex'
import { checkFile, checkSize, fitted, headBytes, lightest, troubleOf, type MarkOf, type Photo } from './photo'
import { shoot } from './viewfinder.h5'
import { drawWatermark } from './watermark'

/** Null: none chosen. Throws PhotoTrouble where the picture cannot be used. `marks`: for one taken just now; `onChosen`: from here on it is made ready. */
export async function choosePhoto(source: Photo['source'], marks: MarkOf, onChosen: () => void): Promise<Photo | null> {
  const file = await (source === 'in-app' ? shoot() : chosenFile())
  if (!file) return null
  onChosen()
  const takenAt = Date.now()
  checkFile(file.size)
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const picture = await createImageBitmap(file).catch(() => { throw troubleOf(head) })
  try {
    checkSize(picture.width, picture.height)
    const lines = source === 'in-app' ? marks(takenAt) : []
    const drawn = await lightest((quality, scale) => draw(picture, lines, quality, scale))
    return { ...drawn, source, takenAt: source === 'in-app' ? new Date(takenAt).toISOString() : claimedTime(head) }
  } finally {
    picture.close()
  }
}

function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

async function draw(picture: ImageBitmap, lines: readonly string[], quality: number, scale: number): Promise<Pick<Photo, 'path' | 'bytes' | 'sha256'>> {
  const full = fitted(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(full.width * scale))
  canvas.height = Math.max(1, Math.round(full.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser does not draw')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  if (lines.length > 0) drawWatermark(context, canvas, lines)
  const drawn = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser does not draw'))), 'image/jpeg', quality)
  })
  const bytes = new Uint8Array(await drawn.arrayBuffer())
  return { path: URL.createObjectURL(drawn), bytes: bytes.length, sha256: hex(sha256(bytes)) }
}
