import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, RecordId } from '../values'
import { CampaignBrief, CampaignVersion, ItemId, TagItem, TickedFact, campaignPlan } from './campaign'

const areInOrder = ({ from, to }: { from: string; to: string }) => from <= to && Date.parse(to) - Date.parse(from) < 400 * 86_400_000
const notInOrder = '起止日期不对：最后一天不早于第一天，最长 400 天'

/** Those of the unit, of units above it, and of units below it, the latest first; 100 at most. */
export const listCampaigns = defineCall({
  name: 'events/campaigns',
  input: v.object({ unitId: Id }),
  output: v.object({ campaigns: v.array(CampaignBrief), more: v.boolean() }),
  failures: ['unit-not-found'],
})

/** Safe to repeat: the record id becomes the campaign's id. */
export const callCampaign = defineCall({
  name: 'events/call-campaign',
  input: v.pipe(v.object({ recordId: RecordId, unitId: Id, ...campaignPlan }), v.check((one) => areInOrder(one), notInOrder)),
  output: v.object({ campaignId: Id, version: v.number() }),
  failures: ['unit-not-found', 'campaign-not-found', 'words-refused', 'record-id-taken'],
})

/** Another plan, whole. Ticks stay with the items whose ids stay. Safe to repeat; `seen` as in events/rewrite. */
export const changeCampaign = defineCall({
  name: 'events/change-campaign',
  input: v.pipe(v.object({ campaignId: Id, seen: CampaignVersion, ...campaignPlan }), v.check((one) => areInOrder(one), notInOrder)),
  output: v.object({ campaignId: Id, version: v.number() }),
  failures: ['campaign-not-found', 'changed-since', 'words-refused'],
})

/** One campaign as it stands for a unit that takes part in it: each item of each checklist with the facts of that unit and those below it behind its tick. */
export const campaignStanding = defineCall({
  name: 'events/campaign',
  input: v.object({ campaignId: Id, unitId: Id }),
  output: v.object({
    ...CampaignBrief.entries,
    version: v.number(),
    parent: v.nullable(v.object({ id: Id, name: v.string() })),
    basis: v.array(v.string()),
    leadingGroup: v.array(v.object({ part: v.picklist(['组长', '副组长', '成员']), office: v.string() })),
    checklists: v.array(v.object({
      id: v.string(),
      name: v.string(),
      on: Day,
      items: v.array(v.object({ id: ItemId, text: v.string(), /** Some fact of it has happened. */ ticked: v.boolean(), facts: v.array(TickedFact) })),
    })),
    /** May the caller change the plan? */
    own: v.boolean(),
    /** Facts that were not fetched: there are more than 500. */
    more: v.boolean(),
  }),
  failures: ['campaign-not-found', 'unit-not-found'],
})

/** What can be tagged: published events of the unit and those below it with a session in the campaign's days, and entries that stand; the latest first, 200 of each. */
export const tickable = defineCall({
  name: 'events/tickable',
  input: v.object({ campaignId: Id, unitId: Id, item: TagItem }),
  output: v.object({
    facts: v.array(v.object({
      ...TickedFact.entries, tagged: v.boolean(),
      /** Asked for the whole campaign: it counts anyhow: by an item, a part of the campaign, or its event. */
      anyhow: v.boolean(),
      /** How often the tag was put on or taken off; named in the next. */
      seen: v.number(),
    })),
    more: v.boolean(),
  }),
  failures: ['campaign-not-found', 'unit-not-found', 'item-not-found'],
})

/** Tags an event or an entry with an item of a checklist, or as the campaign's (`whole`), or takes the tag off. Safe to repeat: an old wish changes nothing. What is tagged either way is in the campaign's figures. */
export const tick = defineCall({
  name: 'events/tick',
  input: v.object({ campaignId: Id, item: TagItem, what: TickedFact.entries.what, factId: Id, tagged: v.boolean('请选勾还是不勾'), seen: CampaignVersion }),
  output: v.object({ tagged: v.boolean(), seen: v.number() }),
  failures: ['campaign-not-found', 'item-not-found', 'fact-not-found', 'changed-since'],
})
