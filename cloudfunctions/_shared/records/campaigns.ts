/** 主题月 and 宣传周: `campaigns/<id>`, of a unit and for everything below it. What counts as part of it: campaign-members.ts. */
import type { Checklist } from '../../../contract/events/campaign'
import { command } from '../cloud'
import { collection } from './collection'
import type { UnitRecord } from './units'

export interface CampaignRecord {
  _id: string
  /** Root … the unit that calls for it. */
  path: string[]
  /** As the unit was called then: lists read no units. */
  unit: { name: string; level: UnitRecord['level'] }
  name: string
  /** 第十二个 */
  ordinal?: string
  theme?: string
  from: string
  to: string
  parentId: string | null
  basis: string[]
  /** Offices, no names. */
  leadingGroup: { part: '组长' | '副组长' | '成员'; office: string }[]
  checklists: Checklist[]
  /** How often it was changed: its version. */
  rev: number
  createdBy: string | null
}

export interface NewCampaign {
  id: string
  name: string
  ordinal?: string | undefined
  theme?: string | undefined
  from: string
  to: string
  parentId?: string | undefined
  basis?: string[]
  leadingGroup?: CampaignRecord['leadingGroup']
  checklists?: CampaignRecord['checklists']
}

export function campaignRecord(unit: Pick<UnitRecord, 'path' | 'name' | 'level'>, campaign: NewCampaign, createdBy: string | null = null): CampaignRecord {
  const { id, name, ordinal, theme, from, to, parentId = null, basis = [], leadingGroup = [], checklists = [] } = campaign
  return { _id: id, path: unit.path, unit: { name: unit.name, level: unit.level }, name, ...(ordinal && { ordinal }), ...(theme && { theme }), from, to, parentId, basis, leadingGroup, checklists, rev: 0, createdBy }
}

const campaigns = collection<CampaignRecord>('campaigns')
export const findCampaign = campaigns.find
export const addCampaignOnce = campaigns.addOnce

/** Campaigns of the unit or of a unit above it that share a day with these, the earlier first. */
export async function campaignsOf(unit: Pick<UnitRecord, 'path'>, days: { from: string; to: string }): Promise<CampaignRecord[]> {
  const overlapping = { path: unit.path[0] ?? '', from: command.lte(days.to), to: command.gte(days.from) }
  const found = await campaigns.list(overlapping, { orderBy: [['from', 'asc'], ['_id', 'asc']], limit: 100 })
  return found.filter((campaign) => isFor(campaign, unit.path))
}

/** Does a unit with this path belong to the one that calls for it? */
export async function isCampaignFor(campaignId: string, path: readonly string[]): Promise<boolean> {
  const campaign = await campaigns.find(campaignId)
  return campaign !== null && isFor(campaign, path)
}

export function isFor(campaign: Pick<CampaignRecord, 'path'>, path: readonly string[]): boolean {
  return path.includes(campaign.path.at(-1) ?? '')
}

/** Does it concern a unit: one that takes part in it, or one above the unit that calls for it? */
export function concerns(campaign: Pick<CampaignRecord, 'path'>, unit: Pick<UnitRecord, '_id' | 'path'>): boolean {
  return isFor(campaign, unit.path) || campaign.path.includes(unit._id)
}

/** Those that are part of these, and what is part of them in turn. */
export async function partsOfCampaigns(ids: readonly string[]): Promise<string[]> {
  const known = new Set(ids)
  for (let above = [...ids]; above.length > 0; ) {
    const below = (await campaigns.all({ parentId: command.in(above) }, 500, ['parentId'])).map(({ _id }) => _id).filter((id) => !known.has(id))
    for (const id of below) known.add(id)
    above = below
  }
  return [...known].slice(ids.length)
}

export const mostListed = 100

/** Of the unit, of units above it and of units below it, the latest first; one more than are listed tells that there are more. */
export async function campaignsAround(unit: Pick<UnitRecord, '_id' | 'path'>): Promise<CampaignRecord[]> {
  const latest: Parameters<typeof campaigns.list>[1] = { orderBy: [['from', 'desc'], ['_id', 'asc']], limit: mostListed + 1 }
  const [below, tree] = await Promise.all([campaigns.list({ path: unit._id }, latest), campaigns.list({ path: command.in([...unit.path]) }, latest)])
  const found = new Map([...below, ...tree.filter((one) => isFor(one, unit.path))].map((one) => [one._id, one]))
  return [...found.values()].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a._id < b._id ? -1 : 1)).slice(0, mostListed + 1)
}

const planFields = ['name', 'from', 'to', 'parentId', 'basis', 'leadingGroup', 'checklists'] as const

/** The plan, whole, unless somebody changed it since that version; ONE write. */
export async function changeCampaignPlan(planned: CampaignRecord, seen: number): Promise<boolean> {
  const whole = Object.fromEntries(planFields.map((field) => [field, command.set(planned[field])]))
  const orGone = (value: string | undefined) => (value === undefined ? command.remove() : command.set(value))
  return (await campaigns.update({ _id: planned._id, rev: seen }, { ...whole, ordinal: orGone(planned.ordinal), theme: orGone(planned.theme), rev: seen + 1 })) === 1
}

export function isSameCampaign(one: CampaignRecord, other: CampaignRecord): boolean {
  const plan = ({ path, name, ordinal, theme, from, to, parentId, basis, leadingGroup, checklists }: CampaignRecord) => JSON.stringify([
    path, name, ordinal ?? null, theme ?? null, from, to, parentId, basis, leadingGroup.map(({ part, office }) => [part, office]), checklists.map(({ id, name: title, on, items }) => [id, title, on, items.map((item) => [item.id, item.text])]),
  ])
  return plan(one) === plan(other)
}
