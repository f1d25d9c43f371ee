/** Picks one picture in a browser and draws it anew, smaller and without what the camera wrote into it. Null: none chosen. */
import { fitted, heaviest, type Photo } from './photo'

/** A browser cannot tell a picture just taken from an old one, so all of them count as picked. */
export const canShoot = false

export async function choosePhoto(_source: Photo['source']): Promise<Photo | null> {
  const file = await chosenFile()
  if (!file) return null
  const picture = await createImageBitmap(file)
  const { width, height } = fitted(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  picture.close()
  const drawn = await lightest(canvas)
  return { path: URL.createObjectURL(drawn), source: 'album', bytes: drawn.size }
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

async function lightest(canvas: HTMLCanvasElement): Promise<Blob> {
  let drawn = await asJpeg(canvas, 0.85)
  for (const quality of [0.7, 0.55, 0.4]) {
    if (drawn.size <= heaviest) break
    drawn = await asJpeg(canvas, quality)
  }
  return drawn
}

function asJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('这张照片读不出来'))), 'image/jpeg', quality)
  })
}
