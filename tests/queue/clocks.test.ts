/** Clocks of phones: what was recorded keeps its day and its minute, whoever set the clock and whenever. */
import { describe, expect, test, vi } from 'vitest'
import type { Clock } from '../../src/stores/server-clock'
import type { QueuedRecord } from '../../src/stores/queue/queued-record'
import { asItWas, atOtherTime, settledBy } from '../../src/stores/queue/settle-clock'
import { stampedAt } from '../../src/stores/stamped-at'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** 18:00 in Shanghai. */
const evening = Date.parse('2026-11-27T10:00:00.000Z')

const stamp = (at: number, offsetMs: number) => ({ recordId: 'record-aaaaaaaaaaaaaaaaa', at: new Date(at).toISOString(), offsetMs })
const mark = (at: number, offsetMs: number, more: Partial<QueuedRecord> = {}) => ({ call: 'attendance/check-in', order: 1, owner: 'p-chen', refused: null, ...more, input: { ...stamp(at, offsetMs), sessionId: 's', personKey: 'p-1', present: 1, source: 'tap' } }) as QueuedRecord
const entry = (at: number, offsetMs: number, more: Partial<QueuedRecord> = {}, dayConfirmed = false) => ({ call: 'work/log', order: 1, owner: 'p-chen', refused: null, ...more, input: { ...stamp(at, offsetMs), indicator: 'visits_paid', quantity: 1, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3', dayConfirmed } }) as QueuedRecord
const happened = ({ record: { input } }: { record: QueuedRecord }) => Date.parse(input.at) - input.offsetMs

describe('when a record happened', () => {
  test('a phone that is right, ten minutes or a day off, and was measured: nothing changes', () => {
    for (const off of [0, 10 * minute, -day, day]) {
      const clock: Clock = { last: { offsetMs: off + 900, serverAt: evening + hour }, before: null }
      const record = entry(evening + off, off)
      expect(settledBy(clock, record)).toEqual({ record, asks: false })
    }
  })

  test('a phone whose clock nobody had measured: the first measurement is good for what was done before, and its worker is asked for the day of an entry', () => {
    for (const off of [10 * minute, -day, day, 3 * 365 * day]) {
      const clock: Clock = { last: { offsetMs: off, serverAt: evening + hour }, before: null }
      const settled = settledBy(clock, mark(evening + off, 0, { doubtful: true }))
      expect([happened(settled), settled.asks]).toEqual([evening, false])
      expect(settledBy(clock, entry(evening + off, 0, { doubtful: true })).asks).toBe(true)
      expect(settledBy(clock, entry(evening + off, 0, { doubtful: true }, true)).asks).toBe(false)
    }
  })

  test('a clock in 1970 says nothing worth keeping: the time by the community\'s clock stands alone, and the contract takes it', () => {
    const off = -evening
    const settled = settledBy({ last: { offsetMs: off, serverAt: evening + hour }, before: null }, mark(evening + off, 0, { doubtful: true }))
    expect(settled.record.input).toMatchObject({ at: new Date(evening).toISOString(), offsetMs: 0 })
    expect(stampedAt(0, -evening)).toEqual({ at: new Date(evening).toISOString(), offsetMs: 0 })
  })

  // Measured at 18:00, set by somebody while away, measured again at 22:00.
  const wasSet = (by: number): Clock => ({ before: { offsetMs: 0, serverAt: evening }, last: { offsetMs: by, serverAt: evening + 4 * hour } })
  test.each([-day, day])('set by %d ms meanwhile: what was done before and after is told apart', (by) => {
    const clock = wasSet(by)
    expect(happened(settledBy(clock, mark(evening + hour, 0)))).toBe(evening + hour)
    // Backwards is noticed at once.
    const doubtful = by < 0 ? { doubtful: true } : {}
    expect(happened(settledBy(clock, mark(evening + 3 * hour + by, 0, doubtful)))).toBe(evening + 3 * hour)
    expect(settledBy(clock, entry(evening + 3 * hour + by, 0, doubtful)).asks).toBe(by < 0)
  })

  test('set by less than the phone was away: it could be either, so the worker is asked; a mark at the door keeps what the phone said', () => {
    const clock = wasSet(2 * hour)
    const at = evening + 3 * hour
    expect(settledBy(clock, mark(at, 0))).toEqual({ record: mark(at, 0, { orOffsetMs: 2 * hour }), asks: false })
    expect(settledBy(clock, entry(at, 0)).asks).toBe(true)
    expect(settledBy(clock, entry(at, 0, {}, true)).asks).toBe(false)
  })

  test('what was done before the last measurement by the old clock was perhaps sent, and is never changed', () => {
    const record = mark(evening - hour, 0)
    expect(settledBy(wasSet(day), record)).toEqual({ record, asks: false })
  })

  test('a mark that the door refuses for its time says the other one it may be of, once; for anything else it stays refused', () => {
    const clock = wasSet(-3 * hour)
    const at = evening + 20 * minute
    const { record } = settledBy(clock, mark(at, 0))
    expect(atOtherTime(clock, record, 'more-than-the-party')).toBeNull()
    const other = atOtherTime(clock, record, 'check-in-closed')
    expect(other && happened({ record: other })).toBe(at + 3 * hour)
    expect(other && atOtherTime(clock, other, 'check-in-closed')).toBeNull()
    expect(atOtherTime(clock, mark(evening - hour, 0), 'check-in-closed')).toBeNull()
    // Sent before anybody knew that the clock had been set: by the answer it is known.
    expect(atOtherTime(clock, mark(at, 0), 'check-in-closed')?.input).toEqual(other?.input)
    expect(atOtherTime(null, mark(at, 0), 'check-in-closed')).toBeNull()
  })

  test('what may have been sent before its time was known better goes back to what was sent, where the community has that', () => {
    const sent = mark(evening + 3 * hour + day, 0)
    const { record } = settledBy(wasSet(day), sent)
    expect(record.input).not.toEqual(sent.input)
    const back = asItWas(record, 'record-id-taken')
    expect(back?.input).toEqual(sent.input)
    expect(back && settledBy(wasSet(day), back).record.input).toEqual(sent.input)
    expect(back && asItWas(back, 'record-id-taken')).toBeNull()
    expect([asItWas(record, 'check-in-closed'), asItWas(sent, 'record-id-taken')]).toEqual([null, null])
  })

  test('settled once is settled', () => {
    for (const clock of [wasSet(-day), wasSet(day)]) {
      for (const record of [mark(evening + hour, 0), mark(evening + 3 * hour + (clock.last?.offsetMs ?? 0), 0)]) {
        const { record: once } = settledBy(clock, record)
        expect(settledBy(clock, once).record).toEqual(once)
      }
    }
  })
})

describe('this phone\'s clock', () => {
  async function restarted(stored: unknown, now: number) {
    vi.resetModules()
    vi.useFakeTimers()
    vi.setSystemTime(now)
    const clock = await import('../../src/stores/server-clock')
    let kept: unknown = stored
    clock.keepClock(stored, (one) => { kept = JSON.parse(JSON.stringify(one)) })
    return { ...clock, kept: () => kept }
  }

  test('never measured is unknown; measured once it is known after a restart without signal, with the moment it was measured', async () => {
    const first = await restarted('', evening)
    expect(first.clockDoubt()).toBe('unknown')
    first.measureClock(evening - 50, evening + 50, new Date(evening - day).toISOString())
    expect(first.clockDoubt()).toBeNull()
    expect(first.kept()).toEqual({ last: { offsetMs: day, serverAt: evening - day }, before: null })
    const second = await restarted(first.kept(), evening + hour)
    expect([second.clockDoubt(), second.clockOffset(), second.measuredOffset(), second.measuredClock()]).toEqual([null, day, null, null])
  })

  test('gone backwards since: within a run, over a restart, and behind what was recorded; a measurement heals it and remembers the one before', async () => {
    const kept = { last: { offsetMs: 0, serverAt: evening }, before: null }
    expect((await restarted(kept, evening - hour)).clockDoubt()).toBe('jumped')
    expect((await restarted(kept, 0)).clockDoubt()).toBe('jumped')

    const run = await restarted(kept, evening + hour)
    expect(run.clockDoubt()).toBeNull()
    vi.setSystemTime(evening + hour - day)
    expect(run.clockDoubt()).toBe('jumped')
    vi.setSystemTime(evening + 2 * hour)
    expect(run.clockDoubt()).toBe('jumped')
    run.measureClock(evening + 2 * hour, evening + 2 * hour + 40, new Date(evening + 2 * hour + day).toISOString())
    expect(run.clockDoubt()).toBeNull()
    expect(run.kept()).toMatchObject({ last: { offsetMs: -day + 20 }, before: kept.last })

    const later = await restarted(kept, evening + hour)
    later.sawTime(evening + 3 * hour)
    expect(later.clockDoubt()).toBe('jumped')
  })

  test('what lies there and is no measurement is none', async () => {
    for (const stored of [null, '', 7, { last: { offsetMs: 'x' } }, { last: null }]) expect((await restarted(stored, evening)).clockDoubt()).toBe('unknown')
  })
})
