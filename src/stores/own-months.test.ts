import { expect, test, vi } from 'vitest'
import { withWaiting } from './own-months'
import type { InQueue } from './queue/queued-record'

vi.mock('../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))
vi.mock('../platform/drawer', () => ({ takeOut: vi.fn(), putAway: vi.fn() }))
vi.mock('./queue/queue-of-phone', () => ({ enqueue: vi.fn(), isFresh: vi.fn(), letGo: vi.fn(), onReceipt: vi.fn(), useQueue: { getState: vi.fn() } }))

const unit = { id: 'yuyin-1', name: '第1网格', level: 'grid' as const }
const month = (state: 'recorded' | 'nothing' | 'unknown') => ({ month: '2026-11', units: [{ unit, state, saidAt: null }] })
const queued = (call: InQueue['call'], input: object, more: Partial<InQueue> = {}): InQueue =>
  ({ call, input: { recordId: 'record-1234567890', at: '2026-11-29T01:00:00.000Z', offsetMs: 0, unitId: 'yuyin-1', ...input }, order: 1, owner: 'p-chen', refused: null, state: 'waiting', failed: null, locked: false, ...more }) as InQueue
const quiet = (nothing: boolean, more: Partial<InQueue> = {}) => queued('work/quiet-month', { month: '2026-11', nothing }, more)
const stateOf = (state: Parameters<typeof month>[0], records: InQueue[]) => withWaiting(month(state), records)[0]?.state

test('what waits decides until its receipt: the last one said', () => {
  expect(stateOf('unknown', [quiet(true)])).toBe('nothing')
  expect(stateOf('unknown', [quiet(true), quiet(false)])).toBe('unknown')
  expect(stateOf('unknown', [quiet(true, { state: 'refused' })])).toBe('unknown')
})
test('an entry outweighs it, here as with the community', () => {
  expect(stateOf('unknown', [quiet(true), queued('work/log', { on: '2026-11-03' })])).toBe('recorded')
  expect(stateOf('recorded', [quiet(true)])).toBe('recorded')
  expect(stateOf('unknown', [queued('work/log', { on: '2026-10-31' })])).toBe('unknown')
})
