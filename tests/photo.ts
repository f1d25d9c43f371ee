import { createHash } from 'node:crypto'
import { attachPhoto, type TiedTo } from '../contract/evidence/attach'
import { beginPhoto } from '../contract/evidence/begin'
import type { CastId } from '../emulator/world/cast'
import type { OpenWorld } from '../emulator/world/open-world'

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Sending = Pick<OpenWorld, 'call' | 'cloud'>

/** As a phone does it: announced, then uploaded. What comes back is attached with `tiedTo`. */
export async function uploadPhoto(world: Sending, who: CastId, tiedTo: TiedTo, { recordId, bytes, source = 'in-app', takenAt = null }: { recordId: string; bytes: Uint8Array; source?: 'in-app' | 'album'; takenAt?: string | null }) {
  const sha256 = sha256Of(bytes)
  const begun = await world.call(who, beginPhoto, { recordId, sha256, tiedTo })
  if (!begun.ok) throw new Error(`not announced: ${begun.failure}`)
  return { recordId, fileId: world.cloud.upload(`incoming/${recordId}.jpg`, bytes), sha256, tiedTo, source, takenAt, offsetMs: 0 }
}

/** The same, and tied; the record id of the kept photo. */
export async function sendPhoto(world: Sending, who: CastId, tiedTo: TiedTo, photo: Parameters<typeof uploadPhoto>[3]): Promise<string> {
  const answer = await world.call(who, attachPhoto, await uploadPhoto(world, who, tiedTo, photo))
  if (!answer.ok) throw new Error(`not attached: ${answer.failure}`)
  return answer.value.recordId
}

/** A real photograph's format without a photograph: an evenly grey baseline JPEG of any size. `mark` makes its bytes its own. */
export function greyJpeg(width: number, height: number, mark: string): Buffer {
  const segment = (marker: number, bytes: number[]) => [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes]
  // One code of one bit: "same brightness as before" for DC, "nothing more in this block" for AC.
  const oneCode = (table: number) => segment(0xc4, [table, 1, ...Array<number>(15).fill(0), 0])
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const scan = Buffer.alloc(Math.ceil((blocks * 2) / 8))
  return Buffer.concat([
    Buffer.from([
      0xff, 0xd8,
      ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
      ...segment(0xfe, [...Buffer.from(mark)]),
      ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
      ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
      ...oneCode(0x00), ...oneCode(0x10),
      ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ]),
    scan,
    Buffer.from([0xff, 0xd9]),
  ])
}
