/**
 * An off-screen canvas of the phone. Nothing is painted here: what comes out is an even grey JPEG of the canvas' size that says in its comment what
 * was drawn into it, pictures by the hash of their bytes. How it looks is seen in a browser, which draws the same lines.
 */
import { imageSize } from 'image-size'
import { greyJpeg, sha256Of } from '../photo'
import type { PhoneFiles } from './cloud-of-phone'

export interface Surface { width: number; height: number; drawn: string[] }

export function surfaceOf(size: { width: number; height: number }, files: PhoneFiles): Surface & Record<string, unknown> {
  const drawn: string[] = []
  const context = {
    drawImage: (image: { src: string }) => void drawn.push(`picture ${sha256Of(files.get(image.src) ?? new Uint8Array())}`),
    fillText: (text: string) => void drawn.push(text),
    measureText: (text: string) => ({ width: text.length * 20 }),
    fillRect() {}, translate() {}, rotate() {}, setTransform() {}, save() {}, restore() {}, beginPath() {}, roundRect() {}, fill() {}, arc() {}, moveTo() {}, lineTo() {}, stroke() {}, clip() {}, closePath() {}, strokeRect() {},
  }
  return { width: size.width, height: size.height, drawn, getContext: () => context, createImage: () => imageOn(files) }
}

/** Read as soon as it has an address; a data: address is read at once. */
function imageOn(files: PhoneFiles): object {
  let address = ''
  const image = {
    width: 0, height: 0, onload: undefined as (() => void) | undefined, onerror: undefined as (() => void) | undefined,
    get src() { return address },
    set src(to: string) {
      address = to
      setTimeout(() => {
        const size = sizeOf(files.get(to))
        if (!size && !to.startsWith('data:')) return image.onerror?.()
        Object.assign(image, size)
        image.onload?.()
      }, 0)
    },
  }
  return image
}

function sizeOf(bytes: Uint8Array | undefined): { width: number; height: number } | null {
  try {
    const { width, height, type } = imageSize(bytes ?? new Uint8Array())
    // A phone with Android knows nothing of Apple's pictures.
    return type === 'jpg' || type === 'png' || type === 'webp' ? { width, height } : null
  } catch {
    return null
  }
}

export function jpegOf({ width, height, drawn }: Surface, quality: number): Uint8Array {
  return greyJpeg(width, height, [...drawn, `quality ${quality}`].join('\n'))
}
