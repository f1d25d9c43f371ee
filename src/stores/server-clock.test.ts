import { afterEach, expect, test, vi } from 'vitest'
import { today } from './calendar'
import { clockOffset, communityNow, measureClock, measuredClock } from './server-clock'

const server = '2026-11-27T10:20:00.000Z'
const at = Date.parse(server)

afterEach(() => void vi.useRealTimers())

test('by a slow answer alone a clock that may be right is right', () => {
  measureClock(at, at + 16_000, server)
  expect([clockOffset(), measuredClock()?.last?.offsetMs]).toEqual([0, 0])
})

test('a phone an hour ahead is an hour off, whatever the way took', () => {
  measureClock(at + 3_600_000 - 200, at + 3_600_000 + 200, server)
  expect(clockOffset()).toBe(3_600_000)
})

test('a slow answer is enough where the clock was set, and no better than a quick one that agrees', () => {
  measureClock(at, at, server)
  measureClock(at + 3_600_000, at + 3_600_000 + 16_000, server)
  expect(clockOffset()).toBe(3_600_000 + 8_000)
  measureClock(at + 3_600_000, at + 3_600_000 + 18_000, server)
  expect(clockOffset()).toBe(3_600_000 + 8_000)
  measureClock(at + 3_600_000, at + 3_600_000 + 100, server)
  expect(clockOffset()).toBe(3_600_050)
  measureClock(at, at + 31_000, server)
  expect(clockOffset()).toBe(3_600_050)
  expect(measuredClock()).not.toBeNull()
})

test('a slow answer, a clock that jumped back and an answer without a time change nothing', () => {
  measureClock(at, at, server)
  measureClock(at, at + 9_000, server)
  measureClock(at + 500, at, server)
  measureClock(at + 60_000, at + 60_000, undefined)
  expect(clockOffset()).toBe(0)
})

test('a clock that went back to 1970 keeps the day that it last heard; one that runs on runs on', () => {
  measureClock(at, at, server)
  vi.useFakeTimers({ now: at + 3_600_000 })
  expect(communityNow()).toBe(at + 3_600_000)
  vi.setSystemTime(0)
  expect([communityNow(), today()]).toEqual([at, '2026-11-27'])
})
