import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readDoorCode, stepMs } from '#contract/attendance/door-code'
import { codeShown } from './code-text'
import { checkInHere, checkInHereAgain, closeSelfScan, loadEntryCode, nextEntry, replaceCard, useCard, useEntryCodes, useSelfScan, type EntryKey } from './codes'
import { serverTime } from './kept-codes'

const { callFunction, storage } = vi.hoisted(() => ({ callFunction: vi.fn(), storage: new Map<string, string>() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))
vi.mock('@tarojs/taro', () => ({ default: {
  getStorageSync: (name: string) => JSON.parse(storage.get(name) ?? '""') as unknown,
  setStorageSync: (name: string, value: unknown) => void storage.set(name, JSON.stringify(value)),
} }))

const now = Date.parse('2026-11-27T10:58:00.000Z')
const key = (eventId: string, ...starts: string[]): EntryKey => ({
  eventId, title: '戏曲晚会', placeName: '一楼大厅', callName: '张阿姨', partySize: 2,
  sessions: starts.map((startsAt, i) => ({ id: `${eventId}-s${i + 1}`, startsAt, endsAt: new Date(Date.parse(startsAt) + 5_400_000).toISOString(), code: { prefix: `L1.k1.000000${i}.${'A'.repeat(22)}`, key: 'A'.repeat(43) } })),
})
const tonight = key('e1', '2026-11-27T11:00:00.000Z')
const answers = (value: unknown) => callFunction.mockResolvedValue({ ok: true, value })
const refuses = (failure: string) => callFunction.mockResolvedValue({ ok: false, failure })

beforeEach(() => {
  vi.useFakeTimers({ now })
  callFunction.mockReset()
  storage.clear()
  useEntryCodes.setState({ kept: {}, loading: false, failed: null })
  useSelfScan.setState({ one: null })
})

describe('the key of an entry code', () => {
  test('once fetched is shown without signal, also by the next run of the app', async () => {
    answers(tonight)
    await loadEntryCode('e1')
    callFunction.mockRejectedValue(new Error('request:fail'))
    await loadEntryCode('e1')
    expect(useEntryCodes.getState().failed?.failure).toBe('offline')
    expect(nextEntry(useEntryCodes.getState().kept, now)?.entry.given).toEqual(tonight)
    vi.resetModules()
    const again = await import('./codes')
    expect(again.nextEntry(again.useEntryCodes.getState().kept, now)?.session.id).toBe('e1-s1')
  })

  test('goes when the place is no longer hers, and stays when only something broke', async () => {
    for (const [failure, stays] of [['internal', true], ['too-fast', true], ['not-registered', false], ['event-cancelled', false], ['event-not-found', false]] as const) {
      answers(tonight)
      await loadEntryCode('e1')
      refuses(failure)
      await loadEntryCode('e1')
      expect([failure, 'e1' in useEntryCodes.getState().kept]).toEqual([failure, stays])
      expect([failure, (storage.get('entry-keys') ?? '').includes('e1-s1')]).toEqual([failure, stays])
    }
  })

  test('stays on the phone until six hours after the last session, and no longer', async () => {
    answers(tonight)
    await loadEntryCode('e1')
    const over = Date.parse(tonight.sessions[0]!.endsAt) + 6 * 3_600_000
    expect(nextEntry(useEntryCodes.getState().kept, over)?.session.id).toBe('e1-s1')
    expect(nextEntry(useEntryCodes.getState().kept, over + 1)).toBeNull()
    vi.setSystemTime(over + 1)
    answers(key('e2', '2026-12-27T11:00:00.000Z'))
    await loadEntryCode('e2')
    expect(storage.get('entry-keys')).not.toContain('e1-s1')
  })

  test('of the next session is shown: of the named event, or of whichever comes first', async () => {
    for (const one of [key('e2', '2026-11-29T11:00:00.000Z'), key('e1', '2026-11-27T02:00:00.000Z', '2026-11-28T11:00:00.000Z')]) {
      answers(one)
      await loadEntryCode(one.eventId)
    }
    const { kept } = useEntryCodes.getState()
    expect(nextEntry(kept, now)?.session.id).toBe('e1-s2')
    expect(nextEntry(kept, now, 'e2')?.session.id).toBe('e2-s1')
    expect(nextEntry(kept, now, 'e3')).toBeNull()
  })

  test('is shown by the server\'s clock, as well as the phone has measured it', () => {
    const ten = 600_000
    expect(serverTime({ offsetMs: ten }, now + ten)).toBe(now)
    const { code } = tonight.sessions[0]!
    const shown = readDoorCode(codeShown(code, serverTime({ offsetMs: ten }, now + ten)).text)
    expect(shown?.is === 'entry' && [0, 1]).toContain(Math.floor(now / stepMs) - (shown?.is === 'entry' ? shown.step : 0))
  })
})

describe('scanning the venue\'s code', () => {
  const sent = () => callFunction.mock.calls.map(([, data]) => (data as { input: { recordId: string; at: string; code: string } }).input)

  test('what did not get through goes out again under the same record, as it was scanned', async () => {
    callFunction.mockRejectedValueOnce(new Error('request:fail'))
    await checkInHere('L2.k1.e1-s1.20261127.zq1x2.AAAAAAAAAAA')
    expect(useSelfScan.getState().one?.answer).toMatchObject({ ok: false, failure: 'offline' })
    vi.setSystemTime(now + 20_000)
    callFunction.mockImplementation((_: string, { input }: { input: { recordId: string } }) => Promise.resolve({ ok: true, value: { recordId: input.recordId, outcome: 'counted' } }))
    await checkInHereAgain()
    expect(useSelfScan.getState().one?.answer?.ok).toBe(true)
    expect(sent()[1]).toEqual(sent()[0])
    await checkInHereAgain()
    expect(sent()).toHaveLength(2)
  })

  test('a refused code is not sent again; the next scan is a record of its own', async () => {
    refuses('code-stale')
    await checkInHere('one')
    await checkInHereAgain()
    expect(sent()).toHaveLength(1)
    await checkInHere('other')
    expect(sent()[1]?.recordId).not.toBe(sent()[0]?.recordId)
    closeSelfScan()
    expect(useSelfScan.getState().one).toBeNull()
  })
})

test('a lost card is replaced by its number, so that a second tap replaces nothing more', async () => {
  answers({ code: 'L3.k1.x', number: 2, callName: null })
  await replaceCard(1)
  expect(callFunction.mock.calls[0]?.[1]).toMatchObject({ call: 'card', input: { replaces: 1 } })
  expect(useCard.getState().value?.number).toBe(2)
})
