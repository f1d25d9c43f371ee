/** A picture drawn in the browser, and kept among its downloads. */
import type { DrawPicture, Kept } from './picture'

/** A browser has no chat to send a page into. */
export const canSendToChat = false
export const keepWords = '存成图片'

/** Where the picture lies. `code`: a data: address that is drawn into it. */
export async function drawPicture({ width, height, code, draw }: DrawPicture): Promise<string> {
  const surface = document.createElement('canvas')
  surface.width = width
  surface.height = height
  const context = surface.getContext('2d')
  if (!context) throw new Error('this browser does not draw')
  const image = new Image()
  image.src = code
  await image.decode()
  draw(context, image)
  const drawn = await new Promise<Blob | null>((resolve) => surface.toBlob(resolve, 'image/jpeg', 0.9))
  if (!drawn) throw new Error('this browser does not draw')
  return URL.createObjectURL(drawn)
}

export async function keepPicture(path: string, name: string): Promise<Kept> {
  const link = document.createElement('a')
  link.href = path
  link.download = name
  link.click()
  return 'kept'
}
