/** One campaign as it stands for a unit, and its items tagged. */
import { campaignStanding, tick, tickable } from '../../contract/events/campaigns'
import { wholeCampaign, type TickedFact } from '../../contract/events/campaign'
import { setTick, ticksOf, ticksOfItem } from '../_shared/records/campaign-ticks'
import { campaignMembers, factKey } from '../_shared/records/campaign-members'
import { concerns, findCampaign, isFor, type CampaignRecord } from '../_shared/records/campaigns'
import { happenedAround } from '../_shared/records/event-lists'
import { findEvent } from '../_shared/records/events'
import { findUnit, findUnits, type UnitRecord } from '../_shared/records/units'
import { findWorkEntry, workEntriesOf } from '../_shared/records/work-entries'
import { instant, monthOf } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import type { Caller } from '../_shared/caller'
import type { CallName } from '../_shared/rules/matrix'
import type { Handler } from '../_shared/serve'
import { entryFact, eventFact, factsBehind } from '../_shared/records/campaign-facts'
import { campaignBrief } from './campaign-plan'

const most = 500
const mostOfEach = 200

export const handleCampaign: Handler<typeof campaignStanding> = async ({ campaignId, unitId }, { caller, now, refuse }) => {
  const at = await takingPart(campaignStanding.name, campaignId, unitId, caller, now)
  if (typeof at === 'string') return refuse(at)
  const { campaign, unit } = at
  const [ticks, parent] = await Promise.all([ticksOf(campaignId, unit._id, most + 1), campaign.parentId === null ? null : findCampaign(campaign.parentId)])
  const facts = await factsBehind(ticks.slice(0, most), instant(now))
  const behind = (item: string) => ticks.slice(0, most).filter((one) => one.item === item).flatMap((one) => facts.get(`${one.what}:${one.factId}`) ?? []).sort(latestFirst)
  return {
    ...campaignBrief(campaign), version: campaign.rev, parent: parent && { id: parent._id, name: parent.name }, basis: campaign.basis, leadingGroup: campaign.leadingGroup,
    checklists: campaign.checklists.map(({ id, name, on, items }) => ({
      id, name, on,
      items: items.map((item) => {
        const itsFacts = behind(`${id}-${item.id}`)
        return { id: `${id}-${item.id}`, text: item.text, ticked: itsFacts.some(({ done }) => done), facts: itsFacts }
      }),
    })),
    own: caller.may('events/change-campaign', campaign.path), more: ticks.length > most,
  }
}

export const handleTickable: Handler<typeof tickable> = async ({ campaignId, unitId, item }, { caller, now, refuse }) => {
  const at = await takingPart(tickable.name, campaignId, unitId, caller, now)
  if (typeof at === 'string') return refuse(at)
  const { campaign, unit } = at
  if (!hasItem(campaign, item)) return refuse('item-not-found')
  const [events, entries, ticks, members] = await Promise.all([
    happenedAround(unit._id, campaign.from, campaign.to, mostOfEach + 1), workEntriesOf(unit._id, campaign.from, campaign.to, mostOfEach + 1), ticksOfItem(campaignId, item, unit._id),
    item === wholeCampaign ? campaignMembers(campaignId) : null,
  ])
  const units = await findUnits(entries.map((entry) => entry.unitId))
  const facts = [
    ...events.slice(0, mostOfEach).map((event) => eventFact(event, instant(now))),
    ...entries.slice(0, mostOfEach).filter(({ withdrawn }) => !withdrawn).flatMap((entry) => { const of = units.get(entry.unitId); return of ? [entryFact(entry, of)] : [] }),
  ]
  const asTagged = (fact: TickedFact) => {
    const key = factKey(fact.what, fact.id)
    const tag = ticks.get(key)
    return { ...fact, tagged: members ? members.has(key) : tag?.tagged ?? false, anyhow: members?.get(key)?.anyhow ?? false, seen: tag?.rev ?? 0 }
  }
  return {
    facts: facts.map(asTagged).sort(latestFirst),
    more: events.length > mostOfEach || entries.length > mostOfEach,
  }
}

export const handleTick: Handler<typeof tick> = async ({ campaignId, item, what, factId, tagged, seen }, { caller, now, refuse }) => {
  const path = what === 'event' ? await eventPath(factId) : (await findWorkEntry(factId))?.path ?? null
  if (path === null || !caller.may(tick.name, path)) return refuse('fact-not-found')
  const campaign = await findCampaign(campaignId)
  if (!campaign || !isFor(campaign, path)) return refuse('campaign-not-found')
  if (!hasItem(campaign, item)) return refuse('item-not-found')
  const record = await setTick({ campaignId, item, what, factId, path }, tagged, seen, { by: caller.personKey, at: instant(now) })
  return record ? { tagged: record.tagged, seen: record.rev } : refuse('changed-since')
}

/** The campaign and the unit, where the caller may look at that unit and it takes part. */
async function takingPart(call: CallName, campaignId: string, unitId: string, caller: Caller, now: number): Promise<{ campaign: CampaignRecord; unit: UnitRecord } | 'unit-not-found' | 'campaign-not-found'> {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(call, unit.path)) return 'unit-not-found'
  const campaign = await findCampaign(campaignId)
  return campaign && concerns(campaign, unit) ? { campaign, unit } : 'campaign-not-found'
}

function hasItem({ checklists }: CampaignRecord, item: string): boolean {
  return item === wholeCampaign || checklists.some(({ id, items }) => items.some((one) => `${id}-${one.id}` === item))
}

async function eventPath(eventId: string): Promise<string[] | null> {
  const event = await findEvent(eventId)
  return event?.status === 'published' ? event.path : null
}

function latestFirst(a: TickedFact, b: TickedFact): number {
  return compare(b.on, a.on) || compare(a.what, b.what) || compare(a.id, b.id)
}
