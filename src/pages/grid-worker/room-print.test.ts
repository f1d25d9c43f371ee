import { expect, test } from 'vitest'
import { printOf } from './room-print'

const room = { signedIn: 40, walkIns: 0, headcount: 60, softness: 'over' as const, unregistered: 20, attendances: 60 }

test('a room counted as 60余 is 60余, and so is what is left of it', () => {
  expect([printOf('attendances', room), printOf('unregistered', room)]).toEqual(['60余', '20余'])
  expect(printOf('attendances', { ...room, softness: 'about' })).toBe('约60')
})
test('40 signed in and 40余 counted is not exactly 40', () => {
  expect(printOf('attendances', { ...room, headcount: 40, unregistered: 0, attendances: 40 })).toBe('40余')
})
test('a soft count that is less than the names decides nothing', () => {
  expect(printOf('attendances', { ...room, headcount: 30, unregistered: 0, attendances: 40 })).toBe('40')
})
