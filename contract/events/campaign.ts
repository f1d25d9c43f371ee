/** 主题月, 宣传周: what a unit calls for, and how far it is. Numbered checklists are dated data of the campaign, never of ours. */
import * as v from 'valibot'
import { Day, Id, UnitBrief, count, openText, text } from '../values'
import { eventKindNames } from './kinds'
import { countIn } from './numbered'

const ChecklistItem = v.object({ /** Stays the item's own as long as the campaign lives. */ id: v.pipe(v.string('清单编号不对'), v.regex(/^i\d{1,3}$/, '清单编号不对')), text: openText('清单的一项', 60) })

/** 五个一 has five: where its name says how many, so many it is. */
export const Checklist = v.pipe(
  v.object({
    id: v.pipe(v.string('清单编号不对'), v.regex(/^c[1-9]$/, '清单编号不对')),
    name: openText('清单名称', 20),
    /** Of which day the list is: such lists change from year to year. */
    on: Day,
    items: v.pipe(v.array(ChecklistItem, '清单不对'), v.minLength(1, '清单至少有一项'), v.maxLength(30, '一张清单最多 30 项'), v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, '清单编号重复了')),
  }),
  v.check(({ name, items }) => countIn(name) === null || countIn(name) === items.length, ({ input }) => {
    const { name, items } = input as { name: string; items: unknown[] }
    return `“${name}”要有 ${countIn(name)} 项，现在是 ${items.length} 项`
  }),
)
export type Checklist = v.InferOutput<typeof Checklist>

/** 社区党委书记, 综治办: an office or a unit. A name of somebody is none. */
const office = /书记|主任|主席|局长|处长|科长|所长|站长|队长|校长|园长|经理|组长|区长|镇长|乡长|委员|干事|负责人|民警|网格员|办|局|处|科|所|站|室|部|委|会|队|中心|社区|街道|学校|医院|公司|物业/

export const campaignPlan = {
  name: openText('名称', 30),
  ordinal: v.optional(openText('第几个', 12)),
  theme: v.optional(openText('主题', 60)),
  from: Day,
  to: Day,
  /** The larger one that it is part of. */
  parentId: v.optional(Id),
  /** Under which documents, by their titles. */
  basis: v.optional(v.pipe(v.array(text('依据的文件', 80), '依据不对'), v.maxLength(10, '依据最多 10 份')), []),
  /** 领导小组: offices, no names. */
  leadingGroup: v.optional(v.pipe(
    v.array(v.object({ part: v.picklist(['组长', '副组长', '成员'], '请选组长、副组长或成员'), office: v.pipe(openText('职务', 30), v.check((words) => office.test(words), '只写单位和职务，不写姓名，例如 社区主任')) }), '领导小组不对'),
    v.maxLength(30, '领导小组最多 30 个职务'),
  ), []),
  checklists: v.optional(v.pipe(v.array(Checklist, '清单不对'), v.maxLength(5, '清单最多 5 张'), v.check((lists) => new Set(lists.map(({ id }) => id)).size === lists.length, '清单编号重复了')), []),
}

export const CampaignBrief = v.object({
  id: Id,
  name: v.string(),
  ordinal: v.nullable(v.string()),
  theme: v.nullable(v.string()),
  from: Day,
  to: Day,
  /** Who calls for it. */
  unit: UnitBrief,
})
export type CampaignBrief = v.InferOutput<typeof CampaignBrief>

/** What an item rests on: an event or an entry that somebody tagged. */
export const TickedFact = v.object({
  what: v.picklist(['event', 'entry'], '请选活动或工作记录'),
  id: Id,
  /** Of the event; of an entry its indicator. */
  title: v.string(),
  kind: v.nullable(v.picklist(eventKindNames)),
  on: Day,
  unit: UnitBrief,
  /** Has happened: an event that was held, an entry that stands. Only then it ticks. */
  done: v.boolean(),
})
export type TickedFact = v.InferOutput<typeof TickedFact>

export const ItemId = v.pipe(v.string('清单编号不对'), v.regex(/^c[1-9]-i\d{1,3}$/, '清单编号不对'))
/** In place of an item: the fact counts as the campaign's, whether or not an item rests on it. */
export const wholeCampaign = 'whole'
export const TagItem = v.pipe(v.string('清单编号不对'), v.regex(/^(c[1-9]-i\d{1,3}|whole)$/, '清单编号不对'))
export const CampaignVersion = count('版本', 1_000_000, 0)
