/**
 * When a picture says that it was taken: EXIF's DateTimeOriginal, else DateTime, with its own offset where it names one and in Asia/Shanghai
 * otherwise. Reads the beginning of a JPEG and nothing else of it (never a position); whatever is missing, cut off or odd is null. Pure.
 */
const [dateTime, exifAt, original, offsetOriginal] = [0x0132, 0x8769, 0x9003, 0x9011]

/** As an instant, ISO; `head`: the first bytes of the file, 128 KB are enough. */
export function claimedTime(head: Uint8Array): string | null {
  try {
    const tiff = tiffOf(head)
    if (!tiff) return null
    const little = tiff.getUint16(0) === 0x4949
    const first = tagsAt(tiff, tiff.getUint32(4, little), little)
    const exif = first.get(exifAt)
    const inner = exif === undefined ? new Map<number, number>() : tagsAt(tiff, tiff.getUint32(exif + 8, little), little)
    const said = textOf(tiff, inner.get(original), little) ?? textOf(tiff, first.get(dateTime), little)
    return instantOf(said, textOf(tiff, inner.get(offsetOriginal), little))
  } catch (error) {
    // It ends before what it points to.
    if (error instanceof RangeError) return null
    throw error
  }
}

function tiffOf(head: Uint8Array): DataView | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (view.getUint16(0) !== 0xffd8) return null
  // The segments before the picture itself.
  for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda;) {
    const length = view.getUint16(at + 2)
    const isExif = view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966
    if (isExif) return new DataView(head.buffer, head.byteOffset + at + 10)
    at += 2 + Math.max(2, length)
  }
  return null
}

/** Where each tag of a directory stands. */
function tagsAt(tiff: DataView, at: number, little: boolean): Map<number, number> {
  const count = Math.min(tiff.getUint16(at, little), 500)
  return new Map(Array.from({ length: count }, (_, i) => at + 2 + i * 12).map((entry) => [tiff.getUint16(entry, little), entry]))
}

function textOf(tiff: DataView, entry: number | undefined, little: boolean): string | null {
  if (entry === undefined) return null
  const length = Math.min(tiff.getUint32(entry + 4, little), 40)
  const at = length > 4 ? tiff.getUint32(entry + 8, little) : entry + 8
  return Array.from({ length }, (_, i) => String.fromCharCode(tiff.getUint8(at + i))).join('').replace(/\0.*$/, '')
}

function instantOf(said: string | null, offset: string | null): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(said ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : '+08:00'
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000${zone}`)
  return Number.isNaN(at) || year === '0000' ? null : new Date(at).toISOString()
}
