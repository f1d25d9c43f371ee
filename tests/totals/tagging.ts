/** A campaign in a random history: events planned for it, events and entries tagged and untagged, a part of it with tags of its own; and what thereby is its, by the words of the decision alone. */
import { countedPeriod } from '../../cloudfunctions/totals/of-period'
import { campaignMembers } from '../../cloudfunctions/_shared/records/campaign-members'
import { setTick } from '../../cloudfunctions/_shared/records/campaign-ticks'
import { campaignRecord } from '../../cloudfunctions/_shared/records/campaigns'
import type { UnitRecord } from '../../cloudfunctions/_shared/records/units'
import type { Figure } from '../../contract/totals/figure'
import type { Cloud } from '../../emulator/cloud/start-cloud'
import type { Chance } from '../fleet/sim/chance'
import type { Item } from './oracle'

const days = '2026-09-01_2026-11-30'
interface Fact { what: 'event' | 'entry'; factId: string; path: readonly string[] }

export class Tagging {
  readonly whole: string
  readonly part: string
  private readonly tags = new Map<string, { rev: number; tagged: boolean; item: string; fact: Fact }>()

  constructor(private readonly cloud: Cloud, root: UnitRecord) {
    this.whole = `${root._id}-campaign`
    this.part = `${root._id}-part`
    const plan = { name: '宣传月', from: '2026-09-01', to: '2026-11-30' }
    cloud.db.insertMany('campaigns', [campaignRecord(root, { ...plan, id: this.whole }), campaignRecord(root, { ...plan, id: this.part, parentId: this.whole })])
  }

  async tag({ what, factId, path }: Fact, chance: Chance): Promise<void> {
    const key = { campaignId: chance.happens(0.3) ? this.part : this.whole, item: chance.oneOf(['whole', 'whole', 'c1-i1']), what, factId }
    const id = JSON.stringify(key)
    const before = this.tags.get(id)
    const wanted = chance.happens(0.6)
    const made = await setTick({ ...key, path: [...path] }, wanted, before?.rev ?? 0, { by: 'p', at: '2026-09-03T01:00:00.000Z' })
    if (made) this.tags.set(id, { rev: made.rev, tagged: made.tagged, item: `${key.campaignId} ${key.item}`, fact: { what, factId, path } })
  }

  private isTagged(what: Fact['what'], factId: string, plannedFor: string | null): boolean {
    const of = [...this.tags.values()].filter(({ fact }) => fact.what === what && fact.factId === factId)
    const said = (campaignId: string) => of.find(({ item }) => item === `${campaignId} whole`)?.tagged
    return of.some(({ tagged }) => tagged) || (plannedFor !== null && (said(plannedFor) ?? true))
  }

  /** Of the items that count, those of the campaign. */
  among(items: readonly Item[]): Item[] {
    const find = (name: string) => this.cloud.db.find(name) as { _id: string; campaignId?: string | null; eventId?: string | null; sessions?: { id: string }[] }[]
    const events = find('events').filter(({ _id, campaignId }) => this.isTagged('event', _id, campaignId ?? null))
    const [eventIds, sessions] = [new Set(events.map(({ _id }) => _id)), new Set(events.flatMap((event) => (event.sessions ?? []).map(({ id }) => id)))]
    const entries = new Set(find('work-entries').filter((one) => this.isTagged('entry', one._id, null) || eventIds.has(one.eventId ?? '')).map(({ _id }) => _id))
    return items.filter(({ what, id }) => (what === 'session' ? sessions : entries).has(id))
  }

  async figures(unitId: string, now: number): Promise<readonly Figure[]> {
    return (await countedPeriod(unitId, days, now, { only: await campaignMembers(this.whole) }))?.figures ?? []
  }
}
