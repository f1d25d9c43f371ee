import { describe, expect, test } from 'vitest'
import { claimedTime } from './exif-time'

interface Tags { dateTime?: string; original?: string; offset?: string }

/** The beginning of a JPEG as a camera writes it: an APP0, then EXIF with a directory and the one that it points to. */
function picture({ dateTime, original, offset }: Tags, little = false): Uint8Array {
  const u16 = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255])
  const u32 = (n: number) => (little ? [...u16(n & 65535), ...u16(n >> 16)] : [...u16(n >> 16), ...u16(n & 65535)])
  const ascii = (text: string) => [...Buffer.from(text), 0]
  const texts: number[] = []
  const directory = (tags: [number, string | number][], textsAt: number): number[] => [
    ...u16(tags.length),
    ...tags.flatMap(([tag, value]) => {
      if (typeof value === 'number') return [...u16(tag), ...u16(4), ...u32(1), ...u32(value)]
      const bytes = ascii(value)
      const entry = [...u16(tag), ...u16(2), ...u32(bytes.length), ...u32(textsAt + texts.length)]
      texts.push(...bytes)
      return entry
    }),
    ...u32(0),
  ]
  const first: [number, string | number][] = [...(dateTime === undefined ? [] : [[0x0132, dateTime] as [number, string]]), [0x8769, 80]]
  const inner: [number, string | number][] = [...(original === undefined ? [] : [[0x9003, original] as [number, string]]), ...(offset === undefined ? [] : [[0x9011, offset] as [number, string]])]
  const one = directory(first, 200)
  const two = directory(inner, 200)
  const tiff = [...(little ? [0x49, 0x49] : [0x4d, 0x4d]), ...u16(42), ...u32(8), ...one]
  while (tiff.length < 80) tiff.push(0)
  tiff.push(...two)
  while (tiff.length < 200) tiff.push(0)
  tiff.push(...texts)
  const length = tiff.length + 8
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1, length >> 8, length & 255, ...Buffer.from('Exif\0\0'), ...tiff, 0xff, 0xda, 0, 2])
}

describe('when a picture says that it was taken', () => {
  const original = '2026:11:20 19:05:33'
  test.each([false, true])('in Asia/Shanghai where it names no offset, in either order of bytes (little: %s)', (little) => {
    expect(claimedTime(picture({ original }, little))).toBe('2026-11-20T11:05:33.000Z')
  })
  test('with its own offset', () => expect(claimedTime(picture({ original, offset: '+09:00' }))).toBe('2026-11-20T10:05:33.000Z'))
  test('the time of the file where it says nothing of the shot', () => expect(claimedTime(picture({ dateTime: '2026:11:21 08:00:00' }))).toBe('2026-11-21T00:00:00.000Z'))
  test('the shot before the file', () => expect(claimedTime(picture({ dateTime: '2026:11:21 08:00:00', original }))).toBe('2026-11-20T11:05:33.000Z'))
  test.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2026-11-20', '2026:13:40 99:00:00', ''])('nothing where it says %j', (said) => expect(claimedTime(picture({ original: said }))).toBeNull())
  test('nothing of what is no JPEG, and of one without EXIF', () => {
    expect(claimedTime(Buffer.from('\x89PNG and so on'))).toBeNull()
    expect(claimedTime(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xda, 0, 2]))).toBeNull()
    expect(claimedTime(new Uint8Array())).toBeNull()
  })

  test('cut off anywhere it is the time or nothing, never an error', () => {
    const whole = picture({ dateTime: '2026:11:21 08:00:00', original, offset: '+08:00' })
    for (let length = 0; length <= whole.length; length += 1) {
      expect([null, '2026-11-20T11:05:33.000Z', '2026-11-21T00:00:00.000Z']).toContain(claimedTime(whole.slice(0, length)))
    }
  })

  test('mangled anywhere it is never an error, and always ends', () => {
    const whole = picture({ dateTime: '2026:11:21 08:00:00', original })
    for (let at = 0; at < whole.length; at += 1) {
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const mangled = Uint8Array.from(whole)
        mangled[at] = byte
        expect(() => claimedTime(mangled)).not.toThrow()
      }
    }
  })
})
