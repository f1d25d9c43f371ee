import { countedTo, type adminToday } from '#contract/totals/today'
import type { ReportState } from '#contract/reports/way-up'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof adminToday> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }

/** 100 stands for that many or more. */
export const many = (count: number) => (count >= countedTo ? `${countedTo} 多` : String(count))

export const words = {
  today: '今天',
  quiet: '今天没有活动。',
  more: (count: number) => `还有 ${count} 场没列出来`,
  roster: (title: string) => `${title}，去签到`,
  came: (expected: number, signedIn: number) => (expected === 0 ? `已到 ${signedIn} 人` : `报名 ${expected} 人，已到 ${signedIn} 人`),
  countOnly: '只清点人数，不留名',
  waits: '等着您的',
  nothingWaits: '没有等着您的事。',
  own: (month: string, state: ReportState) => (state === 'returned' ? `${month}的总结退回来了，改好再提交` : `${month}的总结还没提交`),
  toApprove: (unit: string, month: string) => `${unit}${month}的总结等您批准`,
  moreToApprove: (count: number) => `还有 ${count} 份总结等您批准`,
  suggestions: (count: number) => `${many(count)} 条意见建议等着答复`,
  untold: '还有人没看到变化',
  untoldOf: (title: string, people: number) => `“${title}”，${people} 位`,
  stuck: '卡住了的',
  jobs: (names: string) => `${names}，最近没有做成。还是这样的话，请告诉管系统的人。`,
  messages: (count: number) => `${many(count)} 条微信消息没有送到。通知在邻里里都看得到。`,
  photos: (count: number) => `${many(count)} 张照片还没存好，或者微信还没查完。会自己再试。`,
  submitted: (month: string) => `${month}的总结交上去了，等上级批准`,
  newPhotos: (count: number) => `最近两周有 ${many(count)} 张新照片，居民还看不到。要不要公开，由您定。`,
  monthSoFar: (month: string) => `${month}到现在`,
  noneYet: '还没有活动和记录。',
  totals: '看汇总',
  others: '别的',
  failedTitle: '没取到',
}

const jobNames: Record<string, string> = {
  'people/forget': '到期删除', 'units/finish-imports': '导入单位', 'registrations/sweep': '名额和候补', 'evidence/sweep': '存照片', 'reports/sweep': '存总结', 'notices/tell': '发通知', 'audit/verify': '核对审计', 'totals/keep': '汇总',
}
export const jobsWords = (jobs: readonly string[]) => [...new Set(jobs.map((job) => jobNames[job] ?? '后台任务'))].join('、')
