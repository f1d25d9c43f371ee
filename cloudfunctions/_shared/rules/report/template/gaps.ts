/** The gaps that a template may have, by their names; what fills them stands in fillings.ts. docs/report-templates.md says each in words. */

/** Of the sentences of sections. */
export const gapsOfSections = [
  '时间', '单位', '本期', '全期', '情况', '安排单位', '主题', '主题活动', '同期活动',
  '部署活动', '组织单位', '各自组织', '主办承办', '记录单位', '各自记录',
  '宣传数字', '宣传未计数', '宣传未计数几项', '宣传活动',
  '逐类活动', '单场活动', '人数', '有未实名', '清单', '工作数字', '工作未计数',
  '有记录的事', '有数字', '引用数', '缺漏', '已安排的活动',
] as const

/** Of the sentences about events of one kind. */
export const gapsOfEvents = ['日期', '本期', '起', '举办单位', '地点', '怎样办', '种类', '活动', '场次', '课次', '人次', '各场', '还有别的', '活动附表'] as const

export type SectionGap = (typeof gapsOfSections)[number]
export type EventGap = (typeof gapsOfEvents)[number]
