/** Codes that open a page of the mini-program when they are scanned; WeChat draws them, nothing is kept. */
import { cloud } from '../cloud'

/** A data: address of the picture. `scene`: what the page is told, 32 letters and digits at most. */
export async function drawPageCode(page: string, scene: string): Promise<string> {
  const { contentType, buffer } = (await cloud.openapi.wxacode.getUnlimited({ scene, page })) as { contentType: string; buffer: Buffer }
  return `data:${contentType};base64,${buffer.toString('base64')}`
}
