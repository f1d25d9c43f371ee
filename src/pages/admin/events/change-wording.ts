import type { changeEvent } from '#contract/events/change'
import type { unseenChange } from '#contract/notices/unseen'
import { dayNumber, monthNumber, weekdayOf } from '../../../stores/calendar'
import type { Refusals } from '../../../stores/failure-words'
import type { ChangeForm } from './change-form'

export const changeRefusals: Refusals<typeof changeEvent> = {
  'event-not-found': '这个活动不在了，更新一下再看',
  'event-cancelled': '这个活动已经取消，不能再改',
  'changed-since': '别人刚才改过这个活动，看一看再改',
  'session-not-found': '这一场不在了，更新一下再看',
  'already-started': '这一场已经开始，不能改时间和名额了',
  'starts-in-the-past': '开始时间已经过去了，请改一个以后的时间',
  'has-records': '这一场已经有签到，或者马上开始签到，不能换到别的月份',
  'session-ends-before-it-starts': '结束时间要在开始之后',
  'session-too-long': '一场最多 24 小时',
  'capacity-missing': '请填写名额',
  'registration-window-empty': '报名时间对不上：开始报名要早于截止和开场',
  'words-refused': '里面有不合适的字句，请换个说法',
  'record-id-taken': '没有改成，请关掉重来一次',
}
export const unseenRefusals: Refusals<typeof unseenChange> = { 'event-not-found': '这个活动不在了，更新一下再看' }

const told = { time: '时间', place: '地点', cancelled: '取消' } as const

export const changeWords = {
  change: '修改',
  title: '修改活动',
  titleOf: (title: string) => `修改「${title}」`,
  place: '地点',
  placeNote: '怎么走（可以不填）',
  on: '日期',
  starts: '开始',
  ends: '结束',
  capacity: '名额',
  bring: '要带什么（可以不填）',
  keep: '先不改',
  next: '下一步',
  back: '再改改',
  changeNow: '就这样改',
  changing: '正在修改…',
  same: '还没有改什么',
  notFetched: '活动没取到，关掉再试一次',
  fields: { placeName: '地点', placeNote: '怎么走', on: '日期', startsAt: '开始', endsAt: '结束', capacity: '名额', bring: '要带什么' } satisfies Record<keyof ChangeForm, string>,
  theirs: (said: string) => `别人刚才改过：${said}。已经放进来了。`,
  both: (fields: string) => `${fields}你们都改了，这里留的是您写的。`,
  elsewhere: '别人刚才改过这个活动的别处，这里没有变。看一看再改。',
  /** What will be said to whom, in sentences. */
  willHear(tells: readonly ('time' | 'place')[], fewer: boolean, form: ChangeForm): string[] {
    const news = [
      ...(tells.includes('time') ? [`时间改成 ${monthNumber(form.on)}月${dayNumber(form.on)}日 周${weekdayOf(form.on)} ${form.startsAt}`] : []),
      ...(tells.includes('place') ? [`地点改成${form.placeName.trim()}`] : []),
    ]
    return [
      news.length > 0 ? `报名的和候补的每一位都会收到通知：${news.join('，')}。` : '时间和地点没有变，不会通知居民。',
      ...(fewer ? ['名额比已经报名的人少：报上名的都保留，不再接新的。'] : []),
    ]
  },
  unseenLink: (people: number) => `还有 ${people} 人可能没看到变化`,
  unseenTitle: '可能没看到变化的人',
  onlyThese: '人太多，这里只列了前 2,000 位。',
  unseenNote: (what: readonly (keyof typeof told)[]) => `上一次变化：${what.map((one) => told[one]).join('、')}。下面的人还没有打开邻里看过，留了电话的可以打电话告诉。`,
  stillTelling: '通知正在一位一位发出，过几分钟再看会更全。',
  everybodySaw: '每个人都看到了。',
  carried: '微信已送到',
  notCarried: '微信没送到',
  noPhone: '没留电话',
  call: '看号码',
}
