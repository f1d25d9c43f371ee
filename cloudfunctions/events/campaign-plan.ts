/** 主题月 called for, changed and listed. */
import type { Output } from '../../contract/call'
import { callCampaign, changeCampaign, listCampaigns } from '../../contract/events/campaigns'
import { addCampaignOnce, campaignRecord, campaignsAround, changeCampaignPlan, findCampaign, isFor, isSameCampaign, mostListed, type CampaignRecord } from '../_shared/records/campaigns'
import { findUnit } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleCampaigns: Handler<typeof listCampaigns> = async ({ unitId }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(listCampaigns.name, unit.path)) return refuse('unit-not-found')
  const found = await campaignsAround(unit)
  return { campaigns: found.slice(0, mostListed).map(campaignBrief), more: found.length > mostListed }
}

export const handleCallCampaign: Handler<typeof callCampaign> = async ({ recordId, unitId, ...plan }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(callCampaign.name, unit.path)) return refuse('unit-not-found')
  const planned = campaignRecord(unit, { ...plan, id: recordId }, caller.personKey)
  if (!(await isParent(planned))) return refuse('campaign-not-found')
  // A repeat of what stands already was judged when it was written.
  if (!(await caller.mayWrite(wordsOf(planned), 'comment')) && !(await findCampaign(recordId))) return refuse('words-refused')
  const { record } = await addCampaignOnce(planned)
  if (record.createdBy !== caller.personKey || (record.rev === 0 && !isSameCampaign(record, planned))) return refuse('record-id-taken')
  return { campaignId: recordId, version: record.rev }
}

export const handleChangeCampaign: Handler<typeof changeCampaign> = async ({ campaignId, seen, ...plan }, { caller, refuse }) => {
  const before = await findCampaign(campaignId)
  if (!before || !caller.may(changeCampaign.name, before.path)) return refuse('campaign-not-found')
  const planned = campaignRecord({ path: before.path, ...before.unit }, { ...plan, id: campaignId }, before.createdBy)
  if (isSameCampaign(before, planned)) return { campaignId, version: before.rev }
  if (before.rev !== seen) return refuse('changed-since')
  if (!(await isParent(planned))) return refuse('campaign-not-found')
  if (!(await caller.mayWrite(wordsOf(planned), 'comment'))) return refuse('words-refused')
  if (await changeCampaignPlan(planned, seen)) return { campaignId, version: seen + 1 }
  const now = await findCampaign(campaignId)
  return now && isSameCampaign(now, planned) ? { campaignId, version: now.rev } : refuse('changed-since')
}

/** Part of one of its own unit or a unit above, and of none that is part of it. */
async function isParent({ _id, parentId, path }: CampaignRecord): Promise<boolean> {
  if (parentId === null) return true
  const parent = await findCampaign(parentId)
  return parent !== null && parent._id !== _id && parent.parentId !== _id && isFor(parent, path)
}

function wordsOf({ name, ordinal = '', theme = '', basis, leadingGroup, checklists }: CampaignRecord): string[] {
  return [name, ordinal, theme, ...basis, ...leadingGroup.map(({ office }) => office), ...checklists.flatMap((list) => [list.name, ...list.items.map(({ text }) => text)])]
}

export function campaignBrief({ _id, name, ordinal, theme, from, to, path, unit }: CampaignRecord): Output<typeof listCampaigns>['campaigns'][number] {
  return { id: _id, name, ordinal: ordinal ?? null, theme: theme ?? null, from, to, unit: { id: path.at(-1) ?? '', ...unit } }
}
