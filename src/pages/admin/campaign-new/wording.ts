import type { callCampaign, campaignStanding, changeCampaign } from '#contract/events/campaigns'
import type { Refusals } from '../../../stores/failure-words'

const common = { 'campaign-not-found': '没有找到上一级的主题月，换一个或者不选', 'words-refused': '里面有不合适的字句，请换个说法' } as const
export const callRefusals: Refusals<typeof callCampaign> = { ...common, 'unit-not-found': '没有找到这个单位', 'record-id-taken': '刚才存过了，回去看看' }
export const changeRefusals: Refusals<typeof changeCampaign> = { ...common, 'changed-since': '别人刚才改过，看一看再存' }
export const getRefusals: Refusals<typeof campaignStanding> = { 'campaign-not-found': '没有找到这个主题月，回去看看', 'unit-not-found': '没有找到这个单位' }

export const words = {
  page: '主题月、宣传周',
  host: (unit: string) => `由${unit}发起，下面的单位都算在内`,
  name: '名称',
  nameHint: '例如：敬老月',
  ordinal: '第几个（可以不填）',
  ordinalHint: '例如：第十二个',
  theme: '主题（可以不填）',
  from: '第一天',
  to: '最后一天',
  parent: '属于哪个大的主题月（可以不选）',
  none: '不属于',
  basis: '依据的文件（可以不填）',
  basisHint: '一行一份，写标题',
  heads: '领导小组组长（可以不填）',
  deputies: '副组长（可以不填）',
  members: '成员（可以不填）',
  officesHint: '只写单位和职务，不写姓名。几个之间用顿号隔开。',
  list: (n: number) => `清单 ${n}`,
  listName: '清单名称',
  listNameHint: '例如：五个一',
  listOn: '是哪一天的清单',
  items: '一行一项',
  dropList: '去掉这张清单',
  addList: '添一张清单',
  save: '存好',
  saving: '正在存…',
  fix: '有几处要改，都标出来了',
  notAllowed: '要管理员来发起',
  failedTitle: '没取到',
  merged: '别人刚才改过，您没改的地方已经换成新的。看一看，没问题再存一次。',
  both: '你们改了同一处，那里留的是您写的。',
}
