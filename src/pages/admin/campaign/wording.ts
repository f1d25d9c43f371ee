import type { campaignStanding, tick, tickable } from '#contract/events/campaigns'
import type { Refusals } from '../../../stores/failure-words'

export const getRefusals: Refusals<typeof campaignStanding> = { 'campaign-not-found': '没有找到这个主题月，回去看看', 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const tickableRefusals: Refusals<typeof tickable> = { ...getRefusals, 'item-not-found': '清单改过了，关掉重新打开' }
export const tickRefusals: Refusals<typeof tick> = { 'campaign-not-found': '没有找到这个主题月', 'item-not-found': '清单改过了，关掉重新打开', 'fact-not-found': '这一条不在了，关掉重新打开', 'changed-since': '别人刚才动过这一条，已经换成现在的样子' }

export const words = {
  page: '主题月',
  days: (from: string, to: string) => `${from}到${to}`,
  theme: (theme: string) => `主题：${theme}`,
  parent: (name: string) => `属于${name}`,
  basis: '依据',
  group: '领导小组',
  edit: '改主题月',
  done: (ticked: number, all: number) => `${all} 项做了 ${ticked} 项`,
  listOn: (day: string) => `${day}的清单`,
  ticked: '做了',
  open: '还没有',
  planned: '要办的，办过才算',
  choose: '勾活动、记录',
  chooseOf: (item: string) => `${item}，勾活动、记录`,
  whole: '计入活动、记录',
  totals: '看汇总',
  wholeNote: '勾上的才在这个主题月的汇总里，去掉勾就不算。已经办结的月份，数字不变。',
  countAll: (count: number) => `这 ${count} 条都计入`,
  counting: '正在计入…',
  anyhow: '清单里勾了，或者是计入的活动的记录',
  sheetTitle: '哪些算这一项',
  sheetNote: '勾上的活动办过、记录没撤销，这一项就算做了。',
  nothing: '这段日子还没有活动和记录。',
  moreToTag: '太多了，只列了最近的 200 个活动和 200 条记录。',
  more: '做过的很多，这里只列了前 500 条。',
  noLists: '没有清单。',
  event: '活动',
  entry: '记录',
  of: '看的是',
}
