/**
 * What counts as a campaign's: events planned for it, unless somebody said otherwise since; events and entries tagged with it or with one of its items;
 * entries that belong to such an event, also where it was called off; and all of those of campaigns that are part of it. Read each time, so nothing kept can disagree.
 */
import { wholeCampaign } from '../../../contract/events/campaign'
import { command } from '../cloud'
import { tagsOf, type TickRecord } from './campaign-ticks'
import { partsOfCampaigns } from './campaigns'
import { events } from './events'
import { workEntries } from './facts'

/** By `event:<id>` and `entry:<id>`. `anyhow`: also without a word about the campaign as a whole. */
export type Members = ReadonlyMap<string, { anyhow: boolean }>

export const factKey = (what: TickRecord['what'], id: string) => `${what}:${id}`

export async function campaignMembers(campaignId: string): Promise<Members> {
  const family = [campaignId, ...(await partsOfCampaigns([campaignId]))]
  const [planned, tags] = await Promise.all([events.all({ campaignId: command.in(family) }, 500, ['campaignId']), tagsOf(family)])
  const found = new Map<string, { anyhow: boolean }>()
  const add = (key: string, anyhow: boolean) => found.set(key, { anyhow: anyhow || (found.get(key)?.anyhow ?? false) })
  const said = new Map(tags.filter(({ item }) => item === wholeCampaign).map((tag) => [`${tag.campaignId} ${factKey(tag.what, tag.factId)}`, tag.tagged]))
  for (const event of planned) if (said.get(`${event.campaignId} ${factKey('event', event._id)}`) ?? true) add(factKey('event', event._id), event.campaignId !== campaignId)
  for (const tag of tags) if (tag.tagged) add(factKey(tag.what, tag.factId), tag.item !== wholeCampaign || tag.campaignId !== campaignId)
  const eventIds = idsOf(found, 'event')
  for (let i = 0; i < eventIds.length; i += perRead) {
    for (const { _id } of await workEntries.all({ eventId: command.in(eventIds.slice(i, i + perRead)) }, 1000, ['eventId'])) add(factKey('entry', _id), true)
  }
  return found
}

const perRead = 200

export function idsOf(members: Members, what: TickRecord['what']): string[] {
  return [...members.keys()].flatMap((key) => (key.startsWith(`${what}:`) ? [key.slice(what.length + 1)] : []))
}
