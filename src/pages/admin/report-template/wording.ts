import type { reportTemplate, saveTemplate } from '#contract/reports/template'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof reportTemplate> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const saveRefusals: Refusals<typeof saveTemplate> = { ...refusals, 'changed-meanwhile': '刚刚有人改过模板，退出去重新打开再改' }

export const words = {
  title: '总结的模板',
  failedTitle: '模板没取到',
  brokenAddress: '地址不对，请从总结里打开',
  whose: { own: '这是本单位自己的模板，下面没有自己模板的单位也照它写。', above: (name: string) => `现在用的是${name}的模板。改了存下来，就是本单位自己的。`, usual: '现在用的是自带的模板。改了存下来，就是本单位自己的。' },
  how: '一行一句，空一行另起一段。{ }里的由事实来填，没有的事那一句就不写；[ ]里的没有就省去；“或”是写不出上一句时改写的。数字不写死。',
  field: '模板',
  save: '检查并保存',
  saving: '正在检查…',
  saved: '存好了，草稿照它写',
  mistakes: '还有写错的地方，没有保存：',
  at: (line: number, what: string) => `第 ${line} 行：${what}`,
  back: '不用自己的',
  backQuestion: '不用自己的模板？',
  backWords: '改回上级的，或者自带的。已经改过文字的总结不受影响。',
  no: '再想想',
} as const
