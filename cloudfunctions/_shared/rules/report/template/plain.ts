/** The default template: plain sentences of our own. What happened is said, and nothing else: no praise, no promise, no stock phrase. */
import { templateOf, type Template } from './grammar'

export const plainText = `模板：平实
日期：2026-12-01
来源：自拟；各部分的顺序和标题依社区工作总结的常见写法，句子不引自任何一份总结

# 开头
{时间}，[按照{安排单位}的安排，]{单位}[以“{主题}”为主题，]开展{主题活动}[，同期开展{同期活动}]。现将{情况}情况总结如下。
或 {时间}，{单位}的{情况}情况如下。

# 组织 加强领导，精心组织
{部署活动}。
活动由{组织单位}[{各自组织}]组织[，其中{主办承办}]。
宣传和日常工作由{记录单位}[{各自记录}]记录。

# 宣传 加强宣传，营造氛围
{宣传数字}[。另外{宣传未计数}（未计数）]。
或 通过{宣传未计数几项}等方式开展宣传。
或 {宣传未计数}。

{宣传活动}。

# 活动 开展活动，注重实效
{逐类活动}

{单场活动}。

参加活动的居民中实名的有{人数}，其余没有登记姓名{?有未实名}。
或 参加活动的居民中实名的有{人数}。

{全期}{工作数字}[。另外{工作未计数}（未计数）]。
或 {工作未计数}。

{清单}。

# 成效 主要成效
{本期}{有记录的事}均有记录。
文中数字由现场记录和工作记录汇总，可以逐项查对{?有数字}。
或 各项情况可以按附表逐项查对。
另外引用了别处的数字，没有计入以上各数：{引用数}。

# 不足 存在不足
记录还不够完整：{缺漏}。
或 从{本期}的记录看，没有需要单独说明的问题。

# 打算 下步打算
已经安排的活动有：{已安排的活动}。
或 下一步的活动还没有发布。

# 没有记录
{时间}，{单位}还没有活动和工作记录。
引用的数字有：{引用数}。

# 一场
{日期}[{起}]，[{举办单位}]在{地点}{怎样办}{活动}[，{本期}{课次}][，{人次}参加]

# 几场
{怎样办}{种类}[{场次}][，上课{课次}][，{人次}参加]

# 列举
分别是{各场}[等{?还有别的}，见{活动附表}]
`

export const plainTemplate: Template = readTemplate(plainText)

function readTemplate(text: string): Template {
  const read = templateOf(text)
  if (Array.isArray(read)) throw new Error(`the default template has mistakes: ${JSON.stringify(read)}`)
  return read
}
