import { expect, test, vi } from 'vitest'
import type { InQueue } from '../../../stores/queue/queued-record'
import { nothingKnown, whatItWas } from './what-it-was'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const queued = (call: InQueue['call'], input: object) => ({ call, input: { recordId: 'record-1234567890', at: '2026-11-27T11:05:00.000Z', offsetMs: 0, ...input } }) as InQueue
const donation = queued('work/correct', { entryId: 'entry-12345678901', rev: 1, quantity: 12_050, softness: 'about', on: '2026-11-27', reason: '数错了' })

test('a correction is said in the unit of its entry; where that is not at hand no bare number is, for 分 would read as 元', () => {
  expect(whatItWas(donation, { ...nothingKnown, indicatorOf: () => 'money_donated' })).toMatch(/^更正 .*，数错了，改为 约120\.50 元$/)
  expect(whatItWas(donation, nothingKnown)).toBe('更正，数错了')
})

test('a neighbour whose words are lost is no undefined', () => {
  expect(whatItWas(queued('attendance/meet-face', { sessionId: 'e1-s1' }), nothingKnown)).toBe('熟面孔签到')
})
