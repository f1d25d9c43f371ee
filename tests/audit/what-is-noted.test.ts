/**
 * What the audit tells of (docs/logs.md): each writing call that changes rights, takes something back, corrects, closes, changes places, exports, reveals, shows or
 * erases leaves one entry of its own, made by who made the call; and a repeat of it leaves no second one.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import { openWays, type Ways } from '../faults/each-way'
import { earlier, type WritingCall } from '../faults/writing-call'
import { writingCalls } from '../faults/writing-calls'
import { sinceClosed } from '../faults/writing-late'

const noted: readonly CallName[] = [
  // Rights, and the tree that they hang on
  'roles/invite', 'roles/accept', 'roles/withdraw', 'roles/cancel-invitation', 'roles/claim', 'units/add', 'units/rename', 'units/move', 'units/import',
  // Corrections and undos; a place taken back from a neighbour; 已举办 counts a session, also in a month that was closed
  'work/correct', 'attendance/undo', 'attendance/mark-held', 'registrations/cancel-for',
  // 引用数 and 社区概况, each version of a figure or a line
  'work/import-figure', 'units/set-profile-line',
  // Closings
  'reports/submit', 'reports/send-back', 'reports/approve',
  // Places, with all else of a published event
  'events/change',
  // What leaves as a file, what is revealed or shown, what is answered for the office
  'reports/word', 'reports/excel', 'reports/fill-table', 'reports/event-file', 'reports/album', 'reports/sign-in-sheet', 'registrations/names-file', 'registrations/reveal-phone', 'evidence/make-public', 'suggestions/answer',
  // Erasures, and whose WeChat goes on as a 熟面孔
  'people/erase', 'people/claim-face',
]
/** 更正: facts are told of once their month is closed, and only then. */
const isNoted = ({ call, when }: WritingCall) => noted.includes(call) || when.includes(sinceClosed)

let ways: Ways
beforeAll(async () => { ways = await openWays() })
afterAll(() => ways.stop())

const entries = () => ways.world.cloud.db.find('audit', {})

test.each([...new Set(writingCalls.filter(isNoted).map(({ call }) => call))])('%s leaves its entry, once', (name) => ways.each((way) => way.call === name && isNoted(way), async (call, { when }) => {
  const before = entries().length
  expect([when, (await call()).ok]).toEqual([when, true])
  const left = entries().slice(before)
  expect([when, left]).toMatchObject([when, [{ action: name, by: expect.stringMatching(/^p/), about: expect.any(String), chain: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/), ...(when.includes(sinceClosed) && { facts: { correction: '2026-10' } }) }]])
  // The server's time, whatever a device says.
  expect([when, String(left[0]?.['at']) >= earlier]).toEqual([when, true])
  // Never what it was about in words: names, numbers, texts.
  expect(JSON.stringify(left[0])).not.toMatch(/(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|阿姨|老李|主任|路灯|下雨|师傅|奶奶/)
  await call()
  expect([when, entries().length - before]).toEqual([when, 1])
}), 60_000)

/** A batch of queue/send is such calls. */
test('nothing else leaves any: an ordinary check-in changes no head of a chain that others wait for', () => ways.each((way) => !isNoted(way) && way.call !== 'queue/send', async (call, { call: name, when }) => {
  const before = entries().length
  await call()
  expect([name, when, entries().length - before]).toEqual([name, when, 0])
}), 300_000)
