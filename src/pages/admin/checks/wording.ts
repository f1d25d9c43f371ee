import type { Finding, monthChecks } from '#contract/totals/checks'
import type { correctWork } from '#contract/work/correct'
import type { Refusals } from '../../../stores/failure-words'
import { printAmount } from '../figures/figure-print'
import { periodWords } from '../imported/periods'

export const refusals: Refusals<typeof monthChecks> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const correctRefusals: Refusals<typeof correctWork> = {
  'entry-not-found': '没有找到这一笔，或者您不能改它',
  'changed-meanwhile': '刚刚有人改过这一笔，请关上再看',
  'day-in-future': '这一天还没到',
  'day-too-old': '太久以前的不能再改',
  'quantity-too-large': '数太大了，请分成几笔',
  'only-a-soft-number': '这个数不会是正好的，请选约',
  'thousand-is-1000': '上千就是 1000',
  'record-id-taken': '这一次更正记过了，内容不一样。请看看现在的数',
  'only-a-plain-reason': '这一项只能选上面的原因，不写别的',
}

export const words = {
  nothingTitle: '数都对得上',
  nothingSentence: (month: string) => `${month}没有互相矛盾的数。`,
  closedTitle: '已经办结',
  closedSentence: (month: string) => `${month}的数是批准时的，不再变。后来的在总结和汇总里，记作更正。`,
  groups: { contradiction: '对不上的', question: '要您说一声的', hint: '可能没错，看一眼就好' },
  more: (count: number) => `还有 ${count} 处没列出来。`,
  what: '提交以前看一看。这里只看数和数合不合，不评哪个单位。',
  toSession: '去这一场看看',
  toImported: '去看引用数',
  sayCarried: '录入去年底的数',
  correct: '更正这一笔',
  seeFacts: '看这些记录',
  otherMonth: '换月',
  failedTitle: '没取到',
  // the sheet
  sheetTitle: '更正这一笔',
  number: (measure: string) => `多少${measure}`,
  numberWrong: '请填大于 0 的数；元可以有两位小数，别的要整数',
  reason: '为什么改',
  reasonMissing: '请选或写明为什么改',
  otherReason: '别的原因',
  save: '更正',
  saving: '正在更正…',
  withdraw: '没有这回事，撤下',
  loading: '正在取这一笔…',
  notThere: '这一笔不在了，或者已经改过',
}

const pairs = { 'settled-over-found': ['排查', '调处'], 'published-over-written': ['撰写', '被采用'] } as const

/** One sentence or two, plain: what stands beside what, and why that cannot be, or may be. */
export function sentenceOf(one: Finding, month: string): string {
  const { kind, zh, measure, against, carried } = one
  const number = (value: number | null) => `${printAmount({ value: value ?? 0, softness: 'exact' }, one.money)}${measure}`
  const until = `今年到${Number(month.slice(5))}月底`
  if (kind === 'settled-over-found' || kind === 'published-over-written') {
    const [into, out] = pairs[kind]
    const held = carried === null ? `${into} ${number(against)}，去年底还剩多少没有录` : `去年底剩 ${number(carried)}，${into} ${number(against)}`
    return `${until}，${held}，${out}却有 ${number(one.value)}。`
  }
  if (kind === 'more-than-the-party') return `“${zh}”有人报了 ${number(against)}，签到记了 ${number(one.value)}。`
  if (kind === 'people-over-attendances') return `引用的${zh}有 ${number(one.value)}，比人次 ${number(against)}次还多。是不是填反了？`
  if (kind === 'also-recorded') return `${zh}：引用了 ${number(one.value)}，${one.imported ? periodWords(one.imported.period) : ''}也有现场记录。是不是同一批，说一声才好分开。`
  return `${zh}记了 ${number(one.value)}，这里平常一笔约 ${number(against)}。多打了一个 0 吗？`
}
