/** What an admin types for a 主题月, and the plan it becomes. Lists are typed a line an item; an item keeps its id, and with it its ticks, while its words or its place stay. Pure. */
import * as v from 'valibot'
import type { Output } from '#contract/call'
import { campaignPlan } from '#contract/events/campaign'
import type { callCampaign, campaignStanding } from '#contract/events/campaigns'
import type { Sent } from '../../../stores/call'
import { endOfMonth } from '../../../stores/calendar'

export interface TypedList { id: string; name: string; on: string; items: string; /** As it stood: ids by position. */ before: { id: string; text: string }[] }

export interface CampaignForm {
  name: string
  ordinal: string
  theme: string
  from: string
  to: string
  parentId: string
  /** A line a document. */
  basis: string
  /** Offices, as one writes them: 社区主任、综治办. */
  heads: string
  deputies: string
  members: string
  lists: TypedList[]
}

export const mostLists = 5
type ListField = `list${number}`
export type Field = 'name' | 'ordinal' | 'theme' | 'from' | 'basis' | 'leadingGroup' | ListField
export type Wrong = Partial<Record<Field, string>>
type Plan = Omit<Sent<typeof callCampaign>, 'recordId' | 'unitId'>
export type Checked = { ok: true; plan: Plan } | { ok: false; errors: Wrong }

export function emptyCampaign(today: string): CampaignForm {
  return { name: '', ordinal: '', theme: '', from: `${today.slice(0, 7)}-01`, to: endOfMonth(today), parentId: '', basis: '', heads: '', deputies: '', members: '', lists: [] }
}

export function newList(lists: readonly TypedList[], today: string): TypedList {
  const taken = new Set(lists.map(({ id }) => id))
  let n = 1
  while (taken.has(`c${n}`)) n += 1
  return { id: `c${n}`, name: '', on: today, items: '', before: [] }
}

type Standing = Output<typeof campaignStanding>

export function formOf(campaign: Standing): CampaignForm {
  const offices = (part: string) => campaign.leadingGroup.filter((one) => one.part === part).map(({ office }) => office).join('、')
  return {
    name: campaign.name, ordinal: campaign.ordinal ?? '', theme: campaign.theme ?? '', from: campaign.from, to: campaign.to, parentId: campaign.parent?.id ?? '', basis: campaign.basis.join('\n'),
    heads: offices('组长'), deputies: offices('副组长'), members: offices('成员'),
    lists: campaign.checklists.map(({ id, name, on, items }) => ({ id, name, on, items: items.map(({ text }) => text).join('\n'), before: items.map((item) => ({ id: item.id.slice(item.id.indexOf('-') + 1), text: item.text })) })),
  }
}

const parted = (typed: string, by: RegExp) => typed.split(by).map((part) => part.trim()).filter((part) => part !== '')
const lines = (typed: string) => parted(typed, /\n/)
/** 1. 办一场晚会 and 一、办一场晚会 are 办一场晚会. */
const unnumbered = (line: string) => line.replace(/^\s*(?:[（(]?\d{1,2}[)）.．、]|[一二三四五六七八九十]{1,3}[、.．])\s*/u, '').trim()

export function checkCampaign(form: CampaignForm): Checked {
  const said = (name: string, typed: string) => (typed.trim() === '' ? {} : { [name]: typed })
  const offices = (part: string, typed: string) => parted(typed, /[、，,;；\n]/).map((office) => ({ part, office }))
  const parsed = v.safeParse(v.object(campaignPlan), {
    name: form.name, ...said('ordinal', form.ordinal), ...said('theme', form.theme), from: form.from, to: form.to, ...said('parentId', form.parentId), basis: lines(form.basis),
    leadingGroup: [...offices('组长', form.heads), ...offices('副组长', form.deputies), ...offices('成员', form.members)],
    checklists: form.lists.map((list) => ({ id: list.id, name: list.name, on: list.on, items: itemsOf(list) })),
  })
  const errors: Wrong = form.to < form.from ? { from: '最后一天要不早于第一天' } : {}
  if (!parsed.success) for (const issue of parsed.issues) errors[fieldOf(issue)] ??= issue.message
  return parsed.success && form.to >= form.from ? { ok: true, plan: parsed.output } : { ok: false, errors }
}

/** The same words keep their id; of what is left, what stands in the same place is the same item in other words; the rest is new. */
export function itemsOf({ items, before }: Pick<TypedList, 'items' | 'before'>): { id: string; text: string }[] {
  const typed = lines(items).map(unnumbered).filter((text) => text !== '')
  const free = new Map(before.map((item) => [item.id, item.text]))
  const takeWhere = (is: (id: string, text: string) => boolean) => {
    const found = [...free].find(([id, text]) => is(id, text))?.[0]
    if (found !== undefined) free.delete(found)
    return found
  }
  const same = typed.map((text) => takeWhere((_, words) => words === text))
  const kept = typed.map((_, i) => same[i] ?? takeWhere((id) => before[i]?.id === id))
  let next = Math.max(0, ...before.map(({ id }) => Number(id.slice(1))))
  return typed.map((text, i) => ({ id: kept[i] ?? `i${(next += 1)}`, text }))
}

function fieldOf(issue: v.BaseIssue<unknown>): Field {
  const [first, second] = issue.path?.map(({ key }) => key) ?? []
  if (first === 'checklists') return `list${typeof second === 'number' ? second : 0}`
  return (['name', 'ordinal', 'theme', 'basis', 'leadingGroup'] as const).find((field) => field === first) ?? 'from'
}
