import type { eraseMe } from '#contract/people/erase'
import type { myData } from '#contract/people/my-data'
import type { Refusals } from '../../../stores/failure-words'

export const dataRefusals: Refusals<typeof myData> = {}

export const eraseRefusals: Refusals<typeof eraseMe> = {
  'holds-roles': '您现在是网格员或管理员。请先让管理员把这项工作交给别人，再来删除。',
}

export const noticeWords: Record<string, string> = { 'evening-before': '明天有活动', changed: '活动有变化', cancelled: '活动取消了', promoted: '候补有名额了', offered: '有名额，可以要' }

export const statusWords = { confirmed: '报上名了', waitlisted: '候补中', cancelled: '取消了' } as const

export const words = {
  page: '我的资料',
  intro: '邻里里存着的、和您有关的，都在这里。',
  none: '没有',
  eventOff: '活动取消了',
  further: (left: number) => `再看后面的 ${left} 条`,
  save: '存成文件带走',
  saving: '正在准备…',
  saved: '文件准备好了。',
  notSaved: '文件没存成，请再试一次',
  erase: '删除我的资料',
  erasing: '正在删除…',
  notAll: '还没删完，请再点一次。不点也会接着删，最晚十分钟后继续。',
  typeWord: '确定要删，请在下面写“删除”两个字',
  wordField: '写“删除”',
  wordWrong: '请写“删除”两个字',
  doneTitle: '已经删除',
  asNew: '现在可以关掉邻里了。再点“看看活动”，或者以后再打开，会把您当作新来的人，重新记一个微信编号，和以前的没有关系。',
} as const

export const before = [
  '您的称呼、楼号、社区、电话、回答、意见建议和通知都会删掉，找不回来。',
  '还没开始的报名会取消，名额让给候补的人。已经开始的系列活动，名额保留，但不再有您的名字。',
  '您加的邻居（熟面孔）和替他们报的名也一起取消。请告诉他们，需要的话另请人报名。',
  '以前的活动来过多少人，数字不变，但查不出是您。',
]

/** Of a worker's records that wait on this phone. */
export const notSent = (waiting: number) => `这部手机上还有 ${waiting} 条记录没上传，会一起删掉。要留下的，请先连上网传完。`

export const remains = [
  '活动的人次、人数还在，只剩一个不属于任何人的编号；审计记录里也只有这样的编号。',
  '活动现场拍下的纸质签到表，最多再保存 90 天，到期删除。',
  '您没有报名就到场时，工作人员手写的称呼：在您社区和您报过名的单位办的活动里，和您用过的称呼一样的，一起删除；写法不一样的认不出是您，当月结束后 60 天删除。',
  '这台手机上记着的内容已经清除，只留下字号大小。',
]
