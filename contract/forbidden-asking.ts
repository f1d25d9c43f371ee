/**
 * What no text may ask or say of a person (product.md, Not surveillance): ID number, ethnicity, religion, party membership, full
 * birth date, medical history. Events *for* such groups are welcome, and so are words like 民族舞, 生日会 and 党建: it is asking
 * people for it, or writing it down about one of them, that is refused. A rule of wording catches carelessness, not cunning.
 * No lookbehind: older phones cannot read it.
 */

/** What people are asked for, and in which words; what follows one of them and makes it something else. */
const topics: readonly { what: string; words: string; notBefore?: string }[] = [
  { what: '身份证号', words: '身份证(?:号码?|信息|复印件|正反面|照片)|公民身份号码|身份证|证件号码?' },
  { what: '民族', words: '民族成分|民族|族别', notBefore: '的|舞|乐|风|歌|曲|服|团结|文化|音乐|器乐|管弦|工艺|特色|特点|美食|节|传统|精神|政策|英雄|复兴|大|医|史|故事|常识|小吃|手工|同胞' },
  { what: '宗教信仰', words: '宗教信仰|信仰|宗教|教派', notBefore: '的|之|力量|故事|政策|法|事务|场所|文化|常识|知识|坚定|在|如|铸|教育|主题|与|支撑' },
  { what: '党员身份', words: '政治面貌|党员身份|入党(?:时间|日期|年月)' },
  { what: '出生日期', words: '出生(?:日期|年月日|年月|时间)|生日|生辰', notBefore: '会|歌|蛋糕|宴|派对|快乐|礼|祝|帽|面|餐|茶话|聚会|贺|当天|月|主题|活动|愿' },
  { what: '病史', words: '疾病史|用药史|病史|患病情况|健康状况|病情', notBefore: '知识|讲座' },
]

const asking = '填写?|登记|提供|上报|报送|报一下|报上|写(?:明|上|清|下|一下)|注明|标明|备注|留下|告知|告诉|(?:请|并)发|发(?:送|来|给|到|一下)|接龙|统计|收集|采集|核对|核验|录入|附上|询问|问(?:一下|清|问)|说明|提交|交来|上传|摸清|摸排|记录|记下'
const answering = '填写?|备注|注明|标注|告知|说明|登记|上报|写明|写清|提供|接龙|报上|报给|发给|发到|发我|必填'
const companions = '姓名|性别|电话|手机号?|年龄|住址|地址|籍贯|联系方式|楼栋|单元'
const peoples = '(?:汉|回|藏|维吾尔|蒙古|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|羌)族'
const illness = '糖尿病|高血压|心脏病|冠心病|癌症?|肿瘤|肝炎|艾滋病|结核病?|精神病|抑郁症|中风|脑梗|痴呆|癫痫'
const member = '(?:中共|预备|老|正式)*党员'
/** Of the same sentence. */
const near = (most: number) => `[^。；;！!？?\\n]{0,${most}}`
const end = '(?=[，,。；;、！!）)\\s]|$)'

const forTopic = topics.flatMap(({ what, words, notBefore }) => {
  const topic = `(?:${words})${notBefore === undefined ? '' : `(?!${notBefore})`}`
  return [
    // 填写姓名、民族
    { what, sign: new RegExp(`(?:${asking})${near(10)}${topic}`) },
    // 民族请备注; 有病史者请提前告知
    { what, sign: new RegExp(`${topic}[^。；;！!？?，,\\n]{0,4}[，,]?(?:请|须|需|要|应|务必|一并|都|也|提前|先|必)${near(6)}(?:${answering})`) },
    // 民族：____
    { what, sign: new RegExp(`${topic}\\s*(?:[:：_＿]|[（(]\\s*(?:必填|请填|选填|[）)_＿]))`) },
    // 姓名、民族 / 民族，电话
    { what, sign: new RegExp(`(?:${companions})\\s*[、，,/和及与+]\\s*${topic}`) },
    { what, sign: new RegExp(`${topic}\\s*[、，,/和及与+]\\s*(?:${companions})`) },
    // 生日是几号？
    { what, sign: new RegExp(`${topic}(?:是|为)?(?:什么|哪|几|多少|何)`) },
    { what, sign: new RegExp(`(?:什么|哪个|何种)${topic}|(?:您的|你的|本人)${topic}(?=[是为：？?])`) },
  ]
})

const signs: readonly { what: string; sign: RegExp }[] = [
  ...forTopic,
  { what: '身份证号', sign: /身份证(?:登记|报名|实名)|(?:收|拍|扫)[^。；;！!？?，,\n]{0,4}身份证/ },
  { what: '民族', sign: new RegExp(`(?:是不是|是否|哪个|什么)(?:为|是)?(?:少数民族|族(?![^，。？?]))|少数民族吗|${peoples}吗|(?:哪|什么)个?族[？?]`) },
  { what: '民族', sign: new RegExp(`[（(]\\s*${peoples}\\s*[）)，,、]|(?:[，,是为系]|属于|一名|一位|个)${peoples}(?:人)?${end}`) },
  { what: '宗教信仰', sign: /信(?:什么|哪个|何种)?教(?:吗|么|没有|不信)|信(?:什么|哪个|何种)教|(?:有没有|是否有?|有无)(?:宗教)?信(?:仰|教)/ },
  { what: '宗教信仰', sign: new RegExp(`信(?:奉|仰|了)?(?:基督|伊斯兰|天主|佛|道)教?${end}|是(?:一名|个|位|一位|虔诚的)*(?:基督徒|基督教徒|佛教徒|天主教徒|穆斯林|信教群众|信徒)`) },
  { what: '党员身份', sign: new RegExp(`(?:是否|是不是|有无|有没有)(?:为|是)?${member}|${member}(?:吗|么|否)|(?:几|哪)年入党|什么时候入党`) },
  { what: '党员身份', sign: new RegExp(`${member}(?:同志|居民|家庭)?(?:请|须|需|要|务必|都)${near(8)}(?:备注|注明|标注|打勾|接龙|写明|说明)|(?:注明|备注|标注|登记|填写?|写明|统计)[^。；;！!？?，,\\n]{0,3}(?:是否|是不是)?${member}${end}`) },
  { what: '党员身份', sign: new RegExp(`(?:是|系|为|属)(?:一名|个|位|一位)*(?:的)?${member}${end}|[（(]\\s*${member}\\s*[）)，,、]`) },
  { what: '出生日期', sign: /(?:哪年|哪月|哪天|几号|几月|何时|什么时候)[^。；;！!？?，,\n]{0,4}(?:出生|生日|生的)|(?:19|20)\d\d\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?\s*(?:出)?生(?:人|于|的)?(?=[，,。；;、）)\s]|$)|(?:出生于|生于)\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}/ },
  { what: '病史', sign: new RegExp(`(?:有没有|有无|是否有?|是不是有?)${near(8)}(?:病史|${illness}|传染病|慢性病|基础病)|得过什么病|(?:有|患有?)什么病`) },
  { what: '病史', sign: new RegExp(`(?:有|患有?|得了|得过|确诊)[^。；;！!？?，,\\n]{0,4}(?:${illness})${end}`) },
]

/** 不要告诉别人身份证号; 无需登记身份证. */
const unasked = /(?:不要|不用|不必|不得|不能|不会|不收|不问|不再|不|别|勿|切勿|请勿|无需|无须|免|拒绝|禁止|严禁|防止|谨防|警惕)(?:(?!忘|漏|落|少|错)[^。；;！!？?，,\n]){0,6}$/
/** 年龄、民族不限. */
const unaskedAfter = /^[^。；;！!？?，,\n]{0,4}不(?:限|论|分|问|用|必)/

/** Over an empty field the bare word asks: 民族, 您的政治面貌. */
const questionSigns: typeof signs = [
  ...signs,
  ...topics.map(({ what, words, notBefore }) => ({ what, sign: new RegExp(`(?:${words})${notBefore === undefined ? '' : `(?!${notBefore})`}`) })),
  { what: '民族', sign: new RegExp(`(?:是不是|是否|有没有|有无)(?:为|是)?(?:${peoples}|少数民族)(?!舞|歌|乐)`) },
  { what: '宗教信仰', sign: /信(?:佛|主|耶稣|基督|道教|伊斯兰|天主)/ },
]
/** What a tap on it would say of a person. */
const optionSigns: typeof signs = [
  ...signs,
  { what: '民族', sign: new RegExp(`^(?:是)?(?:${peoples}|少数民族)$`) },
  { what: '宗教信仰', sign: /^(?:信)?(?:佛教?|道教|基督教?|天主教|伊斯兰教)徒?$|^(?:信教|穆斯林|无宗教信仰)$/ },
  { what: '党员身份', sign: new RegExp(`^(?:是)?${member}$`) },
]

/** Beside what somebody is called there is nobody else whom it could be said of. */
const nameSigns: typeof signs = [
  ...signs,
  { what: '党员身份', sign: /党员/ },
  { what: '民族', sign: new RegExp(`(?:${peoples}|少数民族)(?!舞|歌|乐|秧歌)`) },
  { what: '宗教信仰', sign: /(?:基督|天主|佛|道)教?徒|穆斯林|信徒|信众|教友|信(?:佛|教|耶稣|基督|天主)|阿訇|牧师|神父|修女/ },
  { what: '病史', sign: new RegExp(illness) },
  { what: '出生日期', sign: /(?:^|\D)(?:19|20)\d\d[年.\-/]?(?:0?[1-9]|1[0-2])[月.\-/]?(?:0?[1-9]|[12]\d|3[01])(?!\d)/ },
]

/** The first thing of a person that the text asks for or writes down; null: none. */
export const asksTooMuch = (text: string) => firstOf(signs, text)

/** The same of a question that people answer, and of one of its choices. */
export const questionAsksTooMuch = (text: string) => firstOf(questionSigns, text)
export const optionTellsTooMuch = (text: string) => firstOf(optionSigns, text)

/** The same of what somebody is called: 党员老王, 王阿姨（满族）. */
export const nameTellsTooMuch = (text: string) => firstOf(nameSigns, text)

function firstOf(among: typeof signs, text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[:]/g, '：')
  // 民 族, too.
  const closed = plain.replace(/([\u4e00-\u9fff])[ \t]+(?=[\u4e00-\u9fff])/g, '$1')
  return firstIn(among, plain) ?? (closed === plain ? null : firstIn(among, closed))
}

function firstIn(among: typeof signs, text: string): string | null {
  for (const { what, sign } of among) {
    const found = sign.exec(text)
    if (found && !unasked.test(text.slice(0, found.index)) && !unaskedAfter.test(text.slice(found.index + found[0].length))) return what
  }
  return null
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** An ID number of eighteen digits, also with spaces, dashes or full-width digits between. */
export function holdsIdNumber(text: string): boolean {
  const runs = text.normalize('NFKC').replace(/(\d)[\s\-·.,，。、_/—–\u200b-\u200d]+(?=[\dXx])/g, '$1').match(/\d{17,}[\dXx]?/g) ?? []
  return runs.some((run) => Array.from({ length: Math.max(0, run.length - 17) }, (_, i) => run.slice(i, i + 18)).some(isIdNumber))
}

function isIdNumber(text: string): boolean {
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!provinces.test(text) || !/^(?:18|19|20)/.test(day)) return false
  const date = new Date(`${day}T00:00:00.000Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false
  const sum = weights.reduce((all, weight, i) => all + weight * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}
