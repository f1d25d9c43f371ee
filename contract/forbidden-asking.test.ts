/** What may be written, and what asks or says too much of a person. Every sentence is one that somebody could write. */
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { Question } from './events/questions'
import { asksTooMuch, holdsIdNumber, nameTellsTooMuch } from './forbidden-asking'
import { openText, text } from './values'

const allowed = [
  '党建引领 邻里共治 主题党日活动', '民族舞 孔雀之灵', '民族乐器合奏《赛马》', '敬老生日会', '为九月份的老人过集体生日', '退伍军人座谈会', '党员志愿者清扫楼道', '党员先锋岗便民服务',
  '民族团结进步宣传月', '宗教政策法规讲座', '反诈讲座：不要把身份证号告诉陌生人', '信仰的力量 红色故事会', '高血压的居民请自备水杯', '糖尿病饮食讲座', '有心脏病史者不宜参加',
  '请带老花镜和水杯', '凭身份证领取展览门票的是市博物馆，我们这里不用', '报名不用填身份证号', '填写满意度问卷', '登记书法班的人数', '面向辖区少数民族群众的联欢会', '回族同胞开斋节联欢', '维吾尔族舞蹈 掀起你的盖头来',
  '七一前夕慰问老党员讲座', '1921年7月1日 党的诞生 图片展', '2026年11月27日晚上七点', '请告知同行人数', '请备注想坐前排还是后排', '三号楼党支部承办', '流感疫苗接种宣传', '健康状况知识讲座', '生日蛋糕请勿带入',
  '发放民族团结宣传资料', '报名的居民可领生日贺卡', '统计标语条数', '写对联，传民族文化', '数错了，少记了两条', '和楼长核对过横幅的数量', '问卷请交到活动室', '咨询电话 13912345678', '残疾人就业帮扶讲座', '党员请到二楼会议室报到',
  '不限年龄、性别、民族，都可以来', '年龄、民族不限', '慰问演出', '义诊帮大家了解自己的健康状况', '祝您的生日更快乐', '记录民族的记忆 老照片展', '交流民族乐器的演奏', '附近有民族小吃',
]

const refused: readonly [string, string][] = [
  ['请填写姓名和身份证号', '身份证号'], ['报名时请发身份证照片', '身份证号'], ['身份证号：', '身份证号'], ['凭身份证登记入场', '身份证号'], ['收一下身份证复印件', '身份证号'], ['姓名、身份证号、电话请接龙', '身份证号'], ['请提供您的身份证', '身份证号'],
  ['登记民族', '民族'], ['民族：', '民族'], ['请注明您的民族', '民族'], ['姓名、性别、民族', '民族'], ['您是什么民族？', '民族'], ['是不是少数民族请说明', '民族'], ['3号楼马大爷（回族）', '民族'], ['王阿姨是满族', '民族'], ['统计各户的民族成分', '民族'],
  ['请填写宗教信仰', '宗教信仰'], ['是否有宗教信仰', '宗教信仰'], ['您信什么教', '宗教信仰'], ['402的李奶奶信基督教', '宗教信仰'], ['他是一名虔诚的佛教徒', '宗教信仰'], ['摸清楼里的信教情况和宗教信仰', '宗教信仰'],
  ['请写明政治面貌', '党员身份'], ['政治面貌：群众', '党员身份'], ['是否党员', '党员身份'], ['您是党员吗', '党员身份'], ['党员请在接龙里备注', '党员身份'], ['张师傅是中共党员', '党员身份'], ['李某（预备党员）', '党员身份'], ['入党时间请一并报上', '党员身份'],
  ['请填写出生日期', '出生日期'], ['出生年月日：', '出生日期'], ['请留下您的生日，我们送祝福', '出生日期'], ['您的生日是几月几号', '出生日期'], ['赵大爷1948年3月5日生', '出生日期'], ['孩子哪年出生', '出生日期'],
  ['请告知有无病史', '病史'], ['有心脏病史者请提前告知', '病史'], ['既往病史：', '病史'], ['您有没有高血压', '病史'], ['2号楼孙奶奶患有糖尿病', '病史'], ['健康状况请备注', '病史'], ['民 族：', '民族'], ['别忘了填身份证号', '身份证号'], ['您的生日是？', '出生日期'],
]

test('there are forty of each', () => expect([allowed.length >= 40, refused.length >= 40]).toEqual([true, true]))
test.each(allowed)('%s', (sentence) => expect(asksTooMuch(sentence)).toBeNull())
test.each(refused)('%s: asks too much', (sentence, what) => expect(asksTooMuch(sentence)).toBe(what))

/** Over a field that people fill in, the bare word asks for it. */
const asked = (text: string, options?: string[]) => {
  const read = v.safeParse(Question, { id: 'q1', text, kind: options ? 'choice' : 'text', ...(options && { options }), required: true })
  return read.success ? null : read.issues[0].message
}
test.each([
  ['民族', '民族'], ['您的民族', '民族'], ['是否回族', '民族'], ['家里有没有少数民族', '民族'], ['身份证号', '身份证号'], ['身份证后四位', '身份证号'], ['证件号码', '身份证号'], ['您的政治面貌', '党员身份'],
  ['出生年月日', '出生日期'], ['生日', '出生日期'], ['宗教信仰', '宗教信仰'], ['家里有没有信佛的', '宗教信仰'], ['健康状况', '病史'], ['民 族', '民族'],
])('a question may not be %s', (text, what) => expect(asked(text)).toBe(`问题里写到了个人的${what}：邻里不问也不记这个，请改一下`))
test.each([
  ['您是哪一类居民', ['党员', '群众'], '党员身份'], ['请选', ['汉族', '其他'], '民族'], ['请选', ['佛教', '没有'], '宗教信仰'],
])('nor may %s offer %j', (text, options, what) => expect(asked(text, options)).toBe(`选项里写到了个人的${what}：邻里不问也不记这个，请改一下`))
test.each([
  '要不要留轮椅的位置', '想请医生讲什么', '想看民族舞还是戏曲', '想听哪些民族歌曲', '来不来集体生日会', '有什么忌口', '几岁的孩子', '会不会用智能手机', '要不要坐前排', '想参加党建知识竞赛吗', '不用填身份证号，写称呼就行',
])('a question may be %s', (text) => expect(asked(text)).toBeNull())
test('choices may speak of such things where they say nothing of a person', () => expect(asked('想看什么', ['维吾尔族舞蹈', '民族器乐', '党史展览', '佛教建筑讲座'])).toBeNull())

/** In what somebody is called. */
test.each([
  ['王阿姨（党员）', '党员身份'], ['党员老王', '党员身份'], ['王阿姨 党 员', '党员身份'], ['老党员李大爷', '党员身份'], ['马大爷（回族）', '民族'], ['回族老马', '民族'], ['满族金奶奶', '民族'], ['少数民族阿依', '民族'],
  ['基督徒李姐', '宗教信仰'], ['李奶奶信佛', '宗教信仰'], ['马阿訇', '宗教信仰'], ['糖尿病老孙', '病史'], ['赵大爷19480305', '出生日期'], ['赵大爷1948年3月5日', '出生日期'], ['赵大爷1948-3-5', '出生日期'],
])('nobody is called %s', (name, what) => expect(nameTellsTooMuch(name)).toBe(what))
test.each([
  '王阿姨', '王大爷一家', '张三（2号楼）', '舞蹈队的李姐', '藏族舞队小卓', '马师傅', '道长的妈', '汉民', '孙信主', '老徒弟', '党生', '13912345678', '1901 的老周', '王主任', 'Li Na', '陈教授', '2012 届小吴', '阿依古丽·买买提',
])('somebody may be called %s', (name) => expect(nameTellsTooMuch(name)).toBeNull())

/** Invented, with a right check digit. */
const invented = '11010519491231002X'
test.each([
  invented, `我是${invented}`, '110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ', '110105-1949-1231-002X', `13912345678，${invented}`, '440524188001010014', '1101 0519 4912 3100 2X',
])('%s is an ID number', (sentence) => expect(holdsIdNumber(sentence)).toBe(true))
test.each([
  '110105194912310021', '110105194913310020', '99010519491231002X', '13912345678 13712345678', '2026年11月27日19:00-20:30', '共 1234567890 元', '第 12 届', '110105194912310', '622848 0402564890018',
])('%s is none', (sentence) => expect(holdsIdNumber(sentence)).toBe(false))

test('it says what and why, in one sentence', () => {
  expect(v.safeParse(openText('要带什么', 80), '请带身份证，登记民族').issues?.[0].message).toBe('要带什么里写到了个人的民族：邻里不问也不记这个，请改一下')
  expect(v.safeParse(text('称呼', 40), invented).issues?.[0].message).toBe('称呼里有身份证号：邻里不收集身份证号，请去掉')
  expect(v.parse(openText('活动名称', 40), '民族舞展演')).toBe('民族舞展演')
})
