/** Codes that open a page of the mini-program when they are scanned, as WeChat draws them. */
import { cloud } from '../cloud'

/** What codes open. */
export const codePages = { event: 'pages/resident/event/index', join: 'pages/resident-more/join/index', check: 'pages/resident-more/check/index' } as const

/**
 * A data: address of the picture; nothing is kept. `scene`: what the page is told, 32 letters and digits at most. WeChat is not to look whether the page is
 * published: a file, a poster and an invitation are made before the first publication too.
 */
export async function drawPageCode(page: (typeof codePages)[keyof typeof codePages], scene: string): Promise<string> {
  return pictureAddress(await pageCode(page, scene))
}

async function pageCode(page: string, scene: string): Promise<Buffer> {
  return ((await cloud.openapi.wxacode.getUnlimited({ scene, page, checkPath: false })) as { buffer: Buffer }).buffer
}

/** WeChat draws JPEG, the laptop PNG: the first byte tells. */
function pictureAddress(picture: Buffer): string {
  return `data:image/${picture[0] === 0x89 ? 'png' : 'jpeg'};base64,${picture.toString('base64')}`
}
