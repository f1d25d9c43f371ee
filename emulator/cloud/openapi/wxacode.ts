import { deflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { Refusal } from '../failure'

/**
 * Where WeChat draws a code of its own, this draws an ordinary QR code of `<page>?scene=<scene>`, the scene still encoded.
 */
export function getUnlimited(data: Record<string, unknown>, pages: string[]): Buffer {
  const { scene, page = pages[0], width = 430, check_path: checkPath = true, env_version: version = 'release' } = data
  if (typeof scene !== 'string' || scene === '' || scene.length > 32) throw new Refusal(40169, 'invalid length for scene')
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) throw new Refusal(40129, 'invalid scene')
  if (!['release', 'trial', 'develop'].includes(String(version))) throw new Refusal(40097, 'invalid args')
  if (typeof width !== 'number' || !(width >= 280 && width <= 1280)) throw new Refusal(40097, 'invalid args')
  const isPath = typeof page === 'string' && /^[^/?][^?]*$/.test(page)
  if (!isPath || (checkPath !== false && !pages.includes(page))) throw new Refusal(41030, 'invalid page')
  return png(encode(`${page}?scene=${encodeURIComponent(scene)}`, { ecc: 'M', border: 4 }).data, Math.floor(width))
}

/** The squares as a grey PNG of that many pixels; what is left over is margin. */
function png(modules: boolean[][], width: number): Buffer {
  const scale = Math.floor(width / modules.length)
  const margin = Math.floor((width - scale * modules.length) / 2)
  const rows = Buffer.alloc(width * (width + 1), 0xff)
  for (let y = 0; y < width; y += 1) {
    rows[y * (width + 1)] = 0 // each row says first that it is not filtered
    for (let x = 0; x < width; x += 1) {
      if (modules[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)]) rows[y * (width + 1) + 1 + x] = 0
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  let crc = ~0
  for (const byte of named) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  const framed = Buffer.alloc(8 + named.length)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(~crc >>> 0, 4 + named.length)
  return framed
}
