/**
 * The few entries of a zip file that somebody asks for, from a stranger's bytes: what is announced is not believed, and nothing grows
 * beyond `mostBytes`, so that a zip bomb costs no more than a spreadsheet.
 */
import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const mostEntries = 2_000

/** Thrown for what is no zip file, or too much of one. */
export class NoZip extends Error {}

/** Reads one entry by name; null when there is none. */
export function unzipped(bytes: Buffer, name: string, mostBytes: number): Buffer | null {
  const found = entriesOf(bytes).find((entry) => entry.name === name)
  return found ? unpacked(bytes, found, mostBytes) : null
}

/** All of them by name, `mostBytes` together. */
export function allUnzipped(bytes: Buffer, mostBytes: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let left = mostBytes
  for (const entry of entriesOf(bytes)) {
    const content = unpacked(bytes, entry, left)
    left -= content.length
    files.set(entry.name, content)
  }
  return files
}

interface Entry { name: string; at: number; packedBytes: number; method: number }

function unpacked(bytes: Buffer, { at, packedBytes, method }: Entry, mostBytes: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localMark) throw new NoZip('an entry is not where it should be')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(start, start + packedBytes)
  if (packed.length !== packedBytes) throw new NoZip('an entry is cut off')
  if (method === 0) return packed.length > mostBytes ? tooMuch() : packed
  if (method !== 8) throw new NoZip('packed in another way')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) })
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : notReadable()
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return notReadable()
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) return notReadable()
  const entries = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return notReadable()
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes), at: bytes.readUInt32LE(at + 42),
      packedBytes: bytes.readUInt32LE(at + 20), method: bytes.readUInt16LE(at + 10),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function notReadable(): never {
  throw new NoZip('not a zip file')
}

function tooMuch(): never {
  throw new NoZip('unpacks to more than a spreadsheet of ours can hold')
}
