/** Takes or picks one picture on WeChat and draws it anew: small, marked if it was taken just now, without what a camera wrote into it. */
import Taro from '@tarojs/taro'
import { sha256 } from '@noble/hashes/sha2.js'
import { claimedTime } from './exif-time'
import { hex } from './hex'
import { beforePrivate } from './privacy'
import { bytesOf } from './photo-files'
import { checkFile, checkSize, fitted, headBytes, lightest, troubleOf, type MarkOf, type Photo } from './photo'
import { drawWatermark } from './watermark'

interface Surface {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

/** Null: the person thought better of it. Throws PhotoTrouble where the picture cannot be used. `marks`: for one taken just now; `onChosen`: from here on it is made ready. */
export async function choosePhoto(source: Photo['source'], marks: MarkOf, onChosen: () => void): Promise<Photo | null> {
  if (!(await beforePrivate(source === 'in-app' ? 'camera' : 'album'))) return null
  const chosen = await choose(source)
  if (!chosen) return null
  onChosen()
  const takenAt = Date.now()
  checkFile(chosen.size)
  const head = await bytesOf(chosen.tempFilePath, { position: 0, length: Math.min(headBytes, chosen.size) })
  const info = await Taro.getImageInfo({ src: chosen.tempFilePath }).catch(() => { throw troubleOf(head) })
  checkSize(info.width, info.height)
  const lines = source === 'in-app' ? marks(takenAt) : []
  const drawn = await lightest((quality, scale) => draw(chosen.tempFilePath, info, lines, quality, scale)).catch((error: unknown) => { throw error instanceof NotDecoded ? troubleOf(head) : error })
  return { ...drawn, source, takenAt: source === 'in-app' ? new Date(takenAt).toISOString() : claimedTime(head) }
}

async function choose(source: Photo['source']): Promise<{ tempFilePath: string; size: number } | undefined> {
  try {
    // Made smaller by WeChat, a picture no longer says when it was taken.
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: [source === 'in-app' ? 'camera' : 'album'], sizeType: [source === 'in-app' ? 'compressed' : 'original'] })
    return tempFiles[0]
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return undefined
    throw error
  }
}

class NotDecoded extends Error {}

/** Turns to the right by which a camera held upright is to be shown; its picture lies on its side in the file. */
const quarters: Partial<Record<string, 1 | 3>> = { right: 1, left: 3 }

async function draw(src: string, info: { width: number; height: number; orientation?: string }, lines: readonly string[], quality: number, scale: number): Promise<Pick<Photo, 'path' | 'bytes' | 'sha256'>> {
  const surface = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }) as unknown as Surface
  const image = await imageOf(surface, src)
  // Some phones turn it by themselves, others (Android) do not: an image that is as wide as the file says was not turned.
  const turns = image.width === info.width && info.width !== info.height ? quarters[info.orientation ?? ''] : undefined
  const full = turns ? fitted(image.height, image.width) : fitted(image.width, image.height)
  const [width, height] = [Math.max(1, Math.round(full.width * scale)), Math.max(1, Math.round(full.height * scale))]
  Object.assign(surface, { width, height })
  const context = surface.getContext('2d')
  drawTurned(context, image, { width, height }, turns)
  if (lines.length > 0) drawWatermark(context, { width, height }, lines)
  const { tempFilePath: path } = await Taro.canvasToTempFilePath({ canvas: surface as unknown as Taro.Canvas, x: 0, y: 0, width, height, destWidth: width, destHeight: height, fileType: 'jpg', quality })
  const bytes = await bytesOf(path)
  return { path, bytes: bytes.length, sha256: hex(sha256(bytes)) }
}

function drawTurned(context: CanvasRenderingContext2D, image: HTMLImageElement, { width, height }: { width: number; height: number }, turns: 1 | 3 | undefined): void {
  if (turns === undefined) return context.drawImage(image, 0, 0, width, height)
  context.translate(turns === 1 ? width : 0, turns === 1 ? 0 : height)
  context.rotate((turns * Math.PI) / 2)
  context.drawImage(image, 0, 0, height, width)
  context.setTransform(1, 0, 0, 1, 0, 0)
}

function imageOf(surface: Surface, src: string): Promise<HTMLImageElement> {
  const image = surface.createImage()
  return new Promise((resolve, reject) => {
    // An image of WeChat's has these properties and nothing to listen with.
    Object.assign(image, { onload: () => resolve(image), onerror: () => reject(new NotDecoded()), src })
  })
}
