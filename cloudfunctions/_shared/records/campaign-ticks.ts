/**
 * `campaign-ticks/<campaign>:<item | whole>:<event | entry>:<id>`: which fact an item of a checklist rests on, or counts as the campaign's. Put on and taken off by one conditional
 * write each; whether the fact has happened and stands is read from the fact itself.
 */
import { wholeCampaign } from '../../../contract/events/campaign'
import { command } from '../cloud'
import { collection } from './collection'

export interface TickRecord {
  _id: string
  campaignId: string
  /** `c1-i3`, or `whole` */
  item: string
  what: 'event' | 'entry'
  factId: string
  /** Root … the unit of the fact. */
  path: string[]
  tagged: boolean
  /** How often it was put on or taken off. */
  rev: number
  by: string
  at: string
}

const ticks = collection<TickRecord>('campaign-ticks')

export type TickKey = Pick<TickRecord, 'campaignId' | 'item' | 'what' | 'factId'>

export function tickId({ campaignId, item, what, factId }: TickKey): string {
  return `${campaignId}:${item}:${what}:${factId}`
}

/** Of items, of a unit and those below it; so many at most. */
export function ticksOf(campaignId: string, unitId: string, most: number): Promise<TickRecord[]> {
  return ticks.list({ campaignId, path: unitId, tagged: true, item: command.neq(wholeCampaign) }, { orderBy: [['_id', 'asc']], limit: most })
}

/** All of some campaigns, put on or taken off; wherever the fact is now. */
export function tagsOf(campaignIds: readonly string[]): Promise<Pick<TickRecord, '_id' | (typeof tagFields)[number]>[]> {
  return ticks.all({ campaignId: command.in([...campaignIds]) }, 1000, tagFields)
}

const tagFields = ['campaignId', 'item', 'what', 'factId', 'tagged'] as const

/** Of one item, put on or taken off, by fact id. */
export async function ticksOfItem(campaignId: string, item: string, unitId: string): Promise<Map<string, TickRecord>> {
  const found = await ticks.list({ campaignId, item, path: unitId })
  return new Map(found.map((one) => [`${one.what}:${one.factId}`, one]))
}

/** Put on or taken off, where that stands as it was seen; or null: somebody was faster. The same wish again is answered as it stands. */
export async function setTick(key: TickKey & Pick<TickRecord, 'path'>, tagged: boolean, seen: number, made: { by: string; at: string }): Promise<TickRecord | null> {
  const record: TickRecord = { _id: tickId(key), campaignId: key.campaignId, item: key.item, what: key.what, factId: key.factId, path: [...key.path], tagged, rev: 1, ...made }
  if (seen === 0) {
    const { added, record: before } = await ticks.addOnce(record)
    if (added) return record
    return before.tagged === tagged && before.rev === 1 ? before : null
  }
  if ((await ticks.update({ _id: record._id, rev: seen }, { tagged, rev: seen + 1, path: command.set(record.path), ...made })) === 1) return { ...record, rev: seen + 1 }
  const before = await ticks.find(record._id)
  return before?.tagged === tagged && before.rev === seen + 1 ? before : null
}
