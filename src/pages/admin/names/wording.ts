import type { cancelFor } from '#contract/registrations/register-for'
import type { eventNames, namesFile } from '#contract/registrations/names'
import type { Refusals } from '../../../stores/failure-words'

export const namesRefusals: Refusals<typeof eventNames> & Refusals<typeof namesFile> = { 'event-not-found': '没有找到这个活动，回到活动里看看' }
export const cancelRefusals: Refusals<typeof cancelFor> = { 'event-not-found': '没有找到这个活动', 'not-registered': '这一位已经不在名单里了，更新一下再看', 'too-late': '过了能取消的时候' }

export const words = {
  page: '名单',
  failedTitle: '名单没取到',
  emptyTitle: '还没有人报名',
  emptySentence: '群里有接龙，可以粘贴进来代他们报名。',
  chain: '粘贴接龙',
  all: '全部',
  sum: (parties: number, people: number, children: number) => `${parties} 家报上名，共 ${people} 人${children > 0 ? `，其中孩子 ${children} 人` : ''}`,
  waiting: (parties: number) => `候补 ${parties} 家`,
  waitlist: '候补',
  people: (people: number, children: number) => (children === 0 ? `${people} 人` : `${people} 人，孩子 ${children}`),
  onBehalf: '代报',
  call: '看号码',
  callOf: (name: string) => `${name}，看号码`,
  cancel: '取消这一家',
  cancelOf: (name: string) => `${name}，取消这一家`,
  question: (name: string) => `取消${name}的报名？`,
  questionWords: '名额会让出来，有人候补就给候补的人。',
  yes: '取消报名',
  no: '先不取消',
  more: (n: number) => `再看 ${n} 家`,
  file: '导出 Excel',
  making: '正在做表…',
  fileNote: '号码只有头尾，导出会记下来。',
  notOpened: '文件没打开，请再试一次',
  gone: (name: string) => `${name}的报名取消了`,
}
