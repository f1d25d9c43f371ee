/** What a balance may say of soft numbers, of what nobody counted, of paper and of grids that came from elsewhere. */
import { expect, test } from 'vitest'
import type { Softness } from '../../../../contract/values'
import type { ImportedLine } from '../imported/imported-figures'
import { checksOf } from './checks-of'

const entry = (indicator: string, quantity: number | null, month: string, softness: Softness = 'exact') =>
  ({ _id: `${indicator} ${month}`, unitId: 'yuyin-1', path: ['hewan', 'yuyin', 'yuyin-1'], indicator, quantity, softness, on: `${month}-15`, month })
const line = (indicator: string, period: string, value: number, more: Partial<ImportedLine> = {}): ImportedLine =>
  ({ _id: `${indicator} ${period}`, unitId: 'yuyin', path: ['hewan', 'yuyin'], indicator, period, hundredths: value * 100, softness: 'exact', source: { kind: 'paper', name: '台账' }, overlap: null, hasFile: false, ...more })
const nothingOpen = line('disputes_open', '2025-12-31', 0)

function weights(since: ReturnType<typeof entry>[], imported: ImportedLine[] = [nothingOpen], grown = false): string[] {
  return checksOf({ unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, month: '2026-09', since, entries: [], earlier: [], imported, events: [], checkIns: [], partyOf: () => null, grown }).map(({ kind, weight }) => `${kind} ${weight}`)
}
const contradiction = ['settled-over-found contradiction']
const found = (quantity: number | null, softness: Softness = 'exact') => entry('disputes_found', quantity, '2026-08', softness)
const settled = (quantity: number | null, softness: Softness = 'exact') => entry('disputes_settled', quantity, '2026-09', softness)

test('found in August and settled in September is as it should be; more than that is not', () => {
  expect(weights([found(3), settled(3)])).toEqual([])
  expect(weights([found(3), settled(4)])).toEqual(contradiction)
})

test('what was open at the end of the year is settled too; where nobody said how much, it is a hint', () => {
  expect(weights([settled(4)], [line('disputes_open', '2025-12-31', 4)])).toEqual([])
  expect(weights([settled(5)], [line('disputes_open', '2025-12-31', 4)])).toEqual(contradiction)
  expect(weights([settled(4)], [])).toEqual(['settled-over-found hint'])
  // Of a community below, and none of the unit itself: the others may have had some.
  expect(weights([settled(4)], [line('disputes_open', '2025-12-31', 1, { unitId: 'yuyin-1' })])).toEqual(['settled-over-found hint'])
})

test.each<[string, ReturnType<typeof entry>[]]>([
  ['about 10 may be 12', [found(10, 'about'), settled(12)]],
  ['10 and more may be 14', [found(10, 'over'), settled(14)]],
  ['上千 has no end', [found(1000, 'thousand'), settled(5000)]],
  ['what nobody counted may be anything', [found(2), found(null), settled(9)]],
  ['nearly 10 settled may be 9', [found(9), settled(10, 'near')]],
  ['settled and not counted says nothing', [settled(null)]],
])('%s', (_, since) => expect(weights(since)).toEqual([]))

test('what was found on paper is found; what was settled on paper is settled once', () => {
  expect(weights([settled(3)], [nothingOpen, line('disputes_found', '2026-02', 3)])).toEqual([])
  expect(weights([found(3)], [nothingOpen, line('disputes_settled', '2026-02', 4)])).toEqual(contradiction)
  expect(weights([found(3), settled(3)], [nothingOpen, line('disputes_settled', '2026-09', 3)])).toEqual([])
  // A year that is not over: how much of it lies before, nobody knows.
  expect(weights([found(3)], [nothingOpen, line('disputes_settled', '2026', 9)])).toEqual([])
})

test('a grid that came this year brought along what it had found: a hint', () => {
  expect(weights([found(3), settled(4)], [nothingOpen], true)).toEqual(['settled-over-found hint'])
})
