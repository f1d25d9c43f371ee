/** How a month stands in the units one logs in, as last known, with what waits on this phone. 本月无此项 is said and taken back through the queue. */
import { ownMonths } from '#contract/work/own-months'
import type { Output } from '#contract/call'
import { takeOut, putAway } from '../platform/drawer'
import { fetchStore } from './fetched'
import { enqueue, isFresh, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { Queued } from './queue/queue'
import type { InQueue } from './queue/queued-record'
import { newRecord } from './record'

type OwnMonths = Output<typeof ownMonths>
export type OwnMonth = OwnMonths['units'][number] & { waiting?: boolean }

export const useOwnMonths = fetchStore(ownMonths)
/** Names of units and how their month stands: nothing about anybody. */
const drawer = 'own-months'

/** As last known of this month where there is no network; null: never known. */
export function knownMonths(month: string): OwnMonths | null {
  const { value } = useOwnMonths.getState()
  if (value?.month === month) return value
  const kept = takeOut(drawer) as OwnMonths | null | undefined
  return kept && kept.month === month && Array.isArray(kept.units) ? kept : null
}

export async function loadOwnMonths(month: string): Promise<void> {
  await useOwnMonths.getState().load({ month })
  const { value } = useOwnMonths.getState()
  if (value?.month === month) putAway(drawer, value)
}

/** With what waits: the last one said about a unit, and entries that are on their way. */
export function withWaiting({ month, units }: OwnMonths, records: readonly InQueue[]): OwnMonth[] {
  const waiting = records.filter(({ state }) => state !== 'refused')
  return units.map((one) => {
    if (one.state === 'recorded') return one
    const about = waiting.filter(({ input }) => 'unitId' in input && input.unitId === one.unit.id)
    if (about.some(({ call, input }) => call === 'work/log' && input.on.startsWith(month))) return { ...one, state: 'recorded', waiting: true }
    const said = about.filter((record) => record.call === 'work/quiet-month' && record.input.month === month).at(-1)
    return said?.call === 'work/quiet-month' ? { ...one, state: said.input.nothing ? 'nothing' : 'unknown', waiting: true } : one
  })
}

/** `nothing`: false takes it back. What has not left the phone is simply let go of. */
export function sayQuiet(unitId: string, month: string, nothing: boolean): Promise<Queued> {
  const unsent = useQueue.getState().records.find((one) => one.call === 'work/quiet-month' && one.input.unitId === unitId && one.input.month === month && isFresh(one.input.recordId))
  if (unsent) {
    letGo(unsent.input.recordId)
    return Promise.resolve({ ok: true })
  }
  return enqueue('work/quiet-month', { ...newRecord(), unitId, month, nothing })
}

onReceipt((record) => {
  const { value, input } = useOwnMonths.getState()
  if (!value || !input || (record.call !== 'work/quiet-month' && record.call !== 'work/log')) return
  useOwnMonths.setState({ value: { ...value, units: withWaiting(value, [{ ...record, state: 'waiting' }]).map(({ waiting: _waiting, ...one }) => one) } })
  void loadOwnMonths(input.month)
})

/** Has the one line at the end of this month been answered? */
export function isLineAnswered(month: string): boolean {
  return takeOut('month-line') === month
}
export function answerLine(month: string): void {
  putAway('month-line', month)
}
