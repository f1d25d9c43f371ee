/** `quiet-months/<unitId>:<month>`: 本月无此项 as a person last said or took back. It is in no sum; an entry of the month outweighs it. */
import { command } from '../cloud'
import { collection } from './collection'

export interface QuietMonthRecord { _id: string; recordId: string; unitId: string; month: string; nothing: boolean; by: string; /** Corrected time. */ at: string }

const quietMonths = collection<QuietMonthRecord>('quiet-months')

function idOf(unitId: string, month: string): string {
  return `${unitId}:${month}`
}

export async function quietMonthsOf(unitIds: readonly string[], month: string): Promise<Map<string, QuietMonthRecord>> {
  const found = await quietMonths.findMany(unitIds.map((unitId) => idOf(unitId, month)))
  return new Map([...found.values()].map((record) => [record.unitId, record]))
}

/** The latest by time stands, ties by record id. `already-there`: it is known, or something later stands. */
export async function sayQuiet(said: Omit<QuietMonthRecord, '_id'>): Promise<'counted' | 'already-there' | 'record-id-taken'> {
  const _id = idOf(said.unitId, said.month)
  const { added, record } = await quietMonths.addOnce({ _id, ...said })
  if (added) return 'counted'
  if (record.recordId === said.recordId) return record.nothing === said.nothing && record.by === said.by ? 'already-there' : 'record-id-taken'
  const { recordId, nothing, by, at } = said
  const isLater = command.or([{ _id, at: command.lt(at) }, { _id, at, recordId: command.lt(recordId) }]) as unknown as Record<string, unknown>
  return (await quietMonths.update(isLater, { recordId, nothing, by, at })) === 1 ? 'counted' : 'already-there'
}
