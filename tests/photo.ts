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
