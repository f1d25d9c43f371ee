import { describe, expect, test } from 'vitest'
import { exifHead as picture } from '../exif-picture'
import { claimedTime } from '../../src/platform/exif-time'

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
