/** The beginning of a JPEG as a camera writes it: an APP0, then EXIF with a directory and the one that it points to. */
export interface ExifTags { dateTime?: string; original?: string; offset?: string }

type Tag = [number, string | number]

export function exifHead(tags: ExifTags, little = false): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...exifSegment(tags, little), 0xff, 0xda, 0, 2])
}

/** A whole JPEG that also says when it was taken. */
export function withExif(jpeg: Uint8Array, tags: ExifTags): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Uint8Array.from(exifSegment(tags, false)), jpeg.subarray(2)])
}

function exifSegment({ dateTime, original, offset }: ExifTags, little: boolean): number[] {
  const u16 = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255])
  const u32 = (n: number) => (little ? [...u16(n & 65535), ...u16(n >> 16)] : [...u16(n >> 16), ...u16(n & 65535)])
  const [textsAt, innerAt] = [200, 80]
  const texts: number[] = []
  const directory = (tags: Tag[]): number[] => [
    ...u16(tags.length),
    ...tags.flatMap(([tag, value]) => {
      if (typeof value === 'number') return [...u16(tag), ...u16(4), ...u32(1), ...u32(value)]
      const bytes = [...Buffer.from(value), 0]
      const entry = [...u16(tag), ...u16(2), ...u32(bytes.length), ...u32(textsAt + texts.length)]
      texts.push(...bytes)
      return entry
    }),
    ...u32(0),
  ]
  const said = (tag: number, value: string | undefined): Tag[] => (value === undefined ? [] : [[tag, value]])
  const filled = (bytes: number[], upTo: number) => [...bytes, ...Array<number>(upTo - bytes.length).fill(0)]
  const first = directory([...said(0x0132, dateTime), [0x8769, innerAt]])
  const inner = directory([...said(0x9003, original), ...said(0x9011, offset)])
  const head = filled([...(little ? [0x49, 0x49] : [0x4d, 0x4d]), ...u16(42), ...u32(8), ...first], innerAt)
  const tiff = [...filled([...head, ...inner], textsAt), ...texts]
  const length = tiff.length + 8
  return [0xff, 0xe1, length >> 8, length & 255, ...Buffer.from('Exif\0\0'), ...tiff]
}
