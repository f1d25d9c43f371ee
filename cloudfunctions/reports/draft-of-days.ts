/**
 * Some days (截至 25 日) or a campaign as a report: closed months count as they were approved, the rest as it stands. It closes nothing and is not handed in. What is a
 * campaign's counts on whatever day of the months that it touches: the meeting that prepares it comes before it.
 */
import type { Report } from '../../contract/reports/report'
import type { Days } from '../../contract/reports/scope'
import type * as v from 'valibot'
import { factsBehind } from '../_shared/records/campaign-facts'
import { campaignMembers, factKey } from '../_shared/records/campaign-members'
import { ticksOf } from '../_shared/records/campaign-ticks'
import { campaignsOf, concerns, findCampaign, type CampaignRecord } from '../_shared/records/campaigns'
import { countedMonth, type CountedMonth } from '../_shared/records/counted-month'
import { templateFor } from '../_shared/records/report-templates'
import type { UnitRecord } from '../_shared/records/units'
import { instant, nextMonth } from '../_shared/rules/calendar'
import { daysOfMonths } from '../_shared/rules/days-of-months'
import type { Month } from '../_shared/rules/figures'
import type { ChecklistFacts } from '../_shared/rules/report/material'
import { reportOfCounted } from '../_shared/rules/report/report-of'
import { calledCampaign } from '../_shared/rules/report/sections'
import { namesOf, unitsFor } from './draft-of-month'

const mostMonths = 12
const mostTicks = 500

interface Drafted { report: v.InferOutput<typeof Report>; month: Month }

export async function draftOfDays(unit: UnitRecord, days: Days, now: number): Promise<Drafted | 'days-not-in-order' | 'too-many-days'> {
  if (days.from > days.to) return 'days-not-in-order'
  const months = monthsOf(days)
  if (months.length > mostMonths) return 'too-many-days'
  return drafted({ unit, now, days, months, campaigns: await campaignsOf(unit, days), of: null, counted: (all) => daysOfMonths(all, days) })
}

export async function draftOfCampaign(unit: UnitRecord, campaignId: string, now: number): Promise<Drafted | 'campaign-not-found' | 'too-many-days'> {
  const campaign = await findCampaign(campaignId)
  if (!campaign || !concerns(campaign, unit)) return 'campaign-not-found'
  const { from, to } = campaign
  const months = monthsOf(campaign)
  if (months.length > mostMonths) return 'too-many-days'
  const [members, around] = await Promise.all([campaignMembers(campaignId), campaignsOf(unit, { from, to })])
  return drafted({
    unit, now, days: { from, to }, months, campaigns: [campaign, ...around.filter(({ parentId }) => parentId === campaignId)], of: campaign,
    counted: (all) => {
      const whole = daysOfMonths(all, { from: `${months[0]!}-01`, to: `${months.at(-1)!}-31` })
      return { ...whole, held: whole.held.filter(({ event }) => members.has(factKey('event', event._id))), entries: whole.entries.filter(({ _id }) => members.has(factKey('entry', _id))) }
    },
  })
}

interface Asked { unit: UnitRecord; now: number; days: Days; months: string[]; campaigns: readonly CampaignRecord[]; of: CampaignRecord | null; counted(months: Month[]): Month }

async function drafted({ unit, now, days, months, campaigns, of, counted }: Asked): Promise<Drafted> {
  const all: CountedMonth[] = []
  for (const month of months) all.push(await countedMonth(unit._id, { month, now }))
  const month = counted(all.map((one) => one.month))
  // What comes next is the unit's, whatever the campaign.
  const events = all[all.length - 1]?.facts.events ?? []
  const paths = [...month.held.map((one) => one.event), ...month.entries, ...events, ...campaigns].map((one) => one.path)
  const [{ units }, checklists] = await Promise.all([unitsFor(unit, paths, now), checklistsOf(campaigns, unit, now)])
  const report = reportOfCounted({
    unit: { id: unit._id, name: unit.name, level: unit.level }, scope: { month: months[months.length - 1]!, now }, days, campaign: of && { id: of._id, name: calledCampaign(of) },
    campaigns, checklists, template: templateFor(unit.path, units), month, before: null, events, unitNames: namesOf(units),
  })
  return { report, month }
}

/** An item is done by what happened in the unit or below it. */
async function checklistsOf(campaigns: readonly CampaignRecord[], unit: UnitRecord, now: number): Promise<ChecklistFacts[]> {
  const listing = campaigns.filter(({ checklists }) => checklists.length > 0)
  const ticks = (await Promise.all(listing.map(({ _id }) => ticksOf(_id, unit._id, mostTicks)))).flat()
  const facts = await factsBehind(ticks, instant(now))
  const done = new Set(ticks.filter(({ what, factId }) => facts.get(factKey(what, factId))?.done).map(({ campaignId, item }) => `${campaignId} ${item}`))
  return listing.flatMap(({ _id, checklists }) => checklists.map(({ id, name, items }) => {
    const isDone = (item: (typeof items)[number]) => done.has(`${_id} ${id}-${item.id}`)
    return { name, done: items.filter(isDone).map(({ text }) => text), open: items.filter((item) => !isDone(item)).map(({ text }) => text) }
  }))
}

function monthsOf({ from, to }: Days): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length <= mostMonths; month = nextMonth(month)) months.push(month)
  return months
}
