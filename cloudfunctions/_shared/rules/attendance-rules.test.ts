import { describe, expect, test } from 'vitest'
import { isOpenForRecords, saidAt, timesOf, type Source } from './attendance-window'
import { mostPresent } from './party'
import { mostParties, noClosing, whyNot, type Seats } from './seats'
import { inTreeOrder } from './tree-order'

const session = { startsAt: '2017-09-30T14:30:00.000Z', endsAt: '2017-09-30T16:00:00.000Z' }
const at = (text: string) => Date.parse(text)

describe('when people may be recorded', () => {
  const isOpen = (source: Source, happenedAt: string) => isOpenForRecords(session, source, at(happenedAt), at('2020-01-01T00:00:00.000Z'))
  test('a tap: from an hour before the start to six hours after the end, both included', () => {
    expect(isOpen('tap', '2017-09-30T13:29:59.999Z')).toBe(false)
    expect(isOpen('tap', '2017-09-30T13:30:00.000Z')).toBe(true)
    expect(isOpen('tap', '2017-09-30T22:00:00.000Z')).toBe(true)
    expect(isOpen('tap', '2017-09-30T22:00:00.001Z')).toBe(false)
  })
  test('never of the future, by more than a clock may be wrong', () => {
    const now = at('2017-09-30T15:00:00.000Z')
    for (const source of ['tap', 'paper', 'backfill'] as const) {
      expect(isOpenForRecords(session, source, now + 5 * 60_000, now)).toBe(true)
      expect(isOpenForRecords(session, source, now + 5 * 60_000 + 1, now)).toBe(false)
    }
  })
  test('paper: up to seven days after; 补录: whenever, but not before', () => {
    expect(isOpen('paper', '2017-10-07T16:00:00.000Z')).toBe(true)
    expect(isOpen('paper', '2017-10-07T16:00:00.001Z')).toBe(false)
    expect(isOpen('backfill', '2018-10-07T16:00:00.000Z')).toBe(true)
    expect(isOpen('backfill', '2017-09-29T16:00:00.000Z')).toBe(false)
  })
})

test('a record from paper counts as of when the door opened, and remembers when it was typed in; any other as of when it happened', () => {
  const typedIn = at('2017-10-03T01:00:00.000Z')
  expect(timesOf(session, 'paper', typedIn)).toEqual({ at: '2017-09-30T13:30:00.000Z', enteredAt: '2017-10-03T01:00:00.000Z' })
  for (const source of ['tap', 'code', 'backfill'] as const) expect(timesOf(session, source, typedIn)).toEqual({ at: '2017-10-03T01:00:00.000Z' })
  for (const source of ['paper', 'tap'] as const) expect(saidAt(timesOf(session, source, typedIn))).toBe('2017-10-03T01:00:00.000Z')
})

test('a party is as registered for that session; anybody else is one', () => {
  expect(mostPresent({ sessions: ['s1', 's3'], partySize: 4 }, 's3')).toBe(4)
  expect(mostPresent({ sessions: ['s1'], partySize: 4 }, 's2')).toBe(1)
  expect(mostPresent(null, 's1')).toBe(1)
})

describe('why there is no place', () => {
  const book: Seats = { status: 'published', left: { s1: 2, s2: 5 }, capacity: { s1: 3, s2: 5 }, startsAt: { s1: session.startsAt, s2: '2017-10-07T14:30:00.000Z' }, taken: {}, spent: {}, changing: {}, parties: 1, waiting: false, queue: {}, partyLimit: 4, questions: [], lastOn: '2017-10-07', asks: false, opensAt: '', closesAt: noClosing, cancelUntil: noClosing }
  const words = { children: 0, by: 'p', callName: '张阿姨', building: null, said: null }
  const ask = { ...words, recordId: 'this-wish', personKey: 'p', sessions: ['s1', 's2'], n: 2 }
  const now = '2017-09-30T12:00:00.000Z'
  test.each([
    [null, {}, {}],
    [null, { left: { s1: 0, s2: 0 }, waiting: true, parties: mostParties }, {}],
    ['party-too-large', {}, { n: 4 }],
    ['party-too-large', { capacity: { s1: 9, s2: 9 } }, { n: 5 }],
    ['answer-missing', { asks: true }, {}],
    [null, { asks: true }, { said: 'this-wish' }],
    ['session-not-found', {}, { sessions: ['s3'] }],
    ['session-not-found', {}, { sessions: ['constructor'] }],
    ['registration-not-open', { opensAt: '2017-09-30T12:00:00.001Z' }, {}],
    ['registration-closed', { closesAt: now }, {}],
    ['registration-closed', { startsAt: { s1: now, s2: now } }, { sessions: ['s2'] }],
    ['spent', { spent: { p: ['a-wish', 'this-wish'] } }, {}],
    [null, { spent: { p: ['a-wish'], q: ['this-wish'] } }, {}],
    ['event-cancelled', { status: 'cancelled' as const }, {}],
    ['has-it', { taken: { p: { n: 2, sessions: ['s1', 's2'], at: now, recordId: 'a-wish', ...words } }, closesAt: now }, { sessions: ['s2', 's1'] }],
    ['already-registered', { taken: { p: { n: 1, sessions: ['s1', 's2'], at: now, recordId: 'a-wish', ...words } } }, {}],
    ['already-registered', { taken: { p: { n: 2, sessions: ['s1'], at: now, recordId: 'a-wish', ...words } } }, {}],
  ])('%s', (why, inBook, inAsk) => expect(whyNot({ ...book, ...inBook }, { ...ask, ...inAsk }, now)).toBe(why))
})

test('the tree\'s order: streets by theirs, communities by theirs inside, parents first', () => {
  const unit = (_id: string, path: string[], order: number) => ({ _id, path, order })
  const units = [unit('d', ['r', 'b', 'd'], 1), unit('c', ['r', 'a', 'c'], 9), unit('b', ['r', 'b'], 2), unit('a', ['r', 'a'], 1), unit('r', ['r'], 1)]
  expect(inTreeOrder(units, new Map(units.map((one) => [one._id, one]))).map((one) => one._id)).toEqual(['r', 'a', 'c', 'b', 'd'])
})
