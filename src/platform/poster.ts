/** A picture drawn on the phone, and kept in its album. */
import Taro from '@tarojs/taro'
import type { DrawPicture, Kept } from './picture'
import { beforePrivate } from './privacy'

/** A page can be sent into a chat. */
export const canSendToChat = true
export const keepWords = '存到相册'

interface Surface {
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

/** Where the picture lies. `code`: a data: address that is drawn into it. Throws where the phone cannot draw. */
export async function drawPicture({ width, height, code, draw }: DrawPicture): Promise<string> {
  const surface = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Surface
  const image = surface.createImage()
  await new Promise<void>((resolve, reject) => {
    // An image of WeChat's has these properties and nothing to listen with.
    Object.assign(image, { onload: () => resolve(), onerror: () => reject(new Error('the code could not be read')), src: code })
  })
  draw(surface.getContext('2d'), image)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: surface as unknown as Taro.Canvas, x: 0, y: 0, width, height, destWidth: width, destHeight: height, fileType: 'jpg', quality: 0.9 })
  return tempFilePath
}

export async function keepPicture(path: string, _name: string): Promise<Kept> {
  if (!(await beforePrivate('album'))) return 'not-wanted'
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return 'kept'
  } catch (error) {
    const why = (error as { errMsg?: string } | null)?.errMsg ?? ''
    if (/cancel/.test(why)) return 'not-wanted'
    return /auth|deny|denied|privacy|scope/.test(why) ? 'not-allowed' : 'failed'
  }
}
