/**
 * A 接龙 pasted from the group chat, read line by line: 序号. 称呼 +1 带孙子. What is not certain is marked and waits for somebody to look;
 * nothing is guessed in silence, and no line is left out. Pure.
 */
export interface ChainLine {
  /** As it was pasted. */
  text: string
  callName: string
  building: string
  people: number
  children: number
  /** Why somebody has to look at it; empty: it is clear. */
  unclear: string[]
  /** Will it be registered? */
  chosen: boolean
}

const most = 200
const numbers: Record<string, number> = { 一: 1, 两: 2, 二: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const number = '[0-9]{1,3}|[一两二俩三四五六七八九十]'
const kids = '(?:大|小)?(?:孙子|孙女|外孙女|外孙|孙孙|孙儿|小孩子?|孩子|娃娃?|儿子|女儿|宝宝|宝贝|小朋友)'

const ordinal = /^\s*(?:[（(]?\d{1,3}[)）.．、,，:：\s]+|[①-⑳]\s*)/u
/** 例 1. 张三 +1: WeChat's own first line of an example. */
const example = /^\s*(?:例|例如|格式|示例)[\s:：]/u
const off = /取消|不来|不去|不参加|退出|去不了|来不了/u
const phone = /1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/u
const buildingSign = /(?:[\u4e00-\u9fff]{0,6}?)?(?<![+＋\d])\d{1,3}\s*(?:号楼|栋|幢|号院|座|楼)(?:\s*\d{1,2}\s*(?:单元|门))?(?:\s*\d{1,4}\s*(?:室|号)?)?|(?<![+＋\d])\d{1,3}-\d{1,2}(?:-\d{1,4})?(?!\d)/u

/** What is before the numbered lines (the title, 接龙) is no line. `limit`: 一家最多报几人. */
export function readChain(pasted: string, limit: number): ChainLine[] {
  const lines = pasted.normalize('NFKC').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !example.test(line))
  const numbered = lines.filter((line) => ordinal.test(line))
  const read = (numbered.length > 0 ? numbered : lines.filter((line) => !/^#|接龙|报名/.test(line))).slice(0, most).map((line) => readLine(line, limit))
  return markTwins(read)
}

/** How many numbered lines there are beyond those that are read at once. */
export function linesBeyond(pasted: string): number {
  return Math.max(0, pasted.normalize('NFKC').split(/\r?\n/).filter((line) => ordinal.test(line.trim())).length - most)
}

function readLine(text: string, limit: number): ChainLine {
  const unclear: string[] = []
  let rest = text.replace(ordinal, '').trim()
  const take = (sign: RegExp): string | null => {
    const found = sign.exec(rest)?.[0] ?? null
    if (found !== null) rest = rest.replace(sign, ' ')
    return found
  }
  if (take(phone) !== null) unclear.push('有电话号码，没有带进来')
  if (off.test(rest)) unclear.push('像是不来了')
  const building = (take(buildingSign) ?? '').replace(/\s+/g, '')
  const { people, children } = party(take, unclear)
  const { callName, more } = nameIn(rest)
  if (callName === '') unclear.push('没有称呼')
  if ([...callName].length > 12) unclear.push('称呼太长，最多 12 个字')
  if (building.length > 12) unclear.push('楼号太长，最多 12 个字')
  if (more !== '') unclear.push(`看不懂“${more.slice(0, 16)}”`)
  if (people > limit) unclear.push(`一家最多报 ${limit} 人`)
  return { text, callName, building, people, children, unclear, chosen: unclear.length === 0 }
}

/** +1, 3人, 2大1小, 带孙子, 带两个孩子, 一家三口, 夫妻俩. Without any of it: one. */
function party(take: (sign: RegExp) => string | null, unclear: string[]): { people: number; children: number } {
  const bigSmall = take(new RegExp(`(?:${number})\\s*大\\s*(?:${number})\\s*小`, 'u'))
  if (bigSmall !== null) {
    const [big = 1, small = 0] = figures(bigSmall)
    return { people: big + small, children: small }
  }
  const brings = take(new RegExp(`(?:带着?|和|跟|加|\\+)\\s*(?:(?:${number})\\s*个?)?\\s*(?:我家|家里)?\\s*${kids}(?:\\s*(?:${number})\\s*个)?`, 'u'))
  const children = brings === null ? 0 : figures(brings)[0] ?? 1
  const plus = take(new RegExp(`[+＋加]\\s*(?:${number})`, 'u'))
  const all = take(new RegExp(`(?:共|一共|我们|全家|一家)?\\s*(?:${number})\\s*(?:个人|口人|口|人|位)`, 'u'))
  const two = take(/夫妻俩?|夫妇|两口子|老两口|我们俩|母子|母女|父子|父女|祖孙俩?/u)
  if (two !== null && /母|父|祖/.test(two)) unclear.push(`“${two}”里有没有孩子，看一下`)
  if (plus !== null && all !== null) unclear.push('人数写了两样，看一下')
  if (all !== null && /口/.test(all) && children === 0) unclear.push(`“${all.trim()}”里有几个孩子，看一下`)
  const others = plus === null ? 0 : figures(plus)[0] ?? 0
  // +1 带孙子: the one is the grandson; +2 带孙子: he is among the two.
  const people = all !== null ? figures(all)[0] ?? 1 : two !== null ? Math.max(2, 1 + Math.max(others, children)) : 1 + Math.max(others, children)
  if (children >= people) unclear.push('孩子比一行的人还多，看一下')
  return { people: Math.max(1, Math.min(people, 999)), children: Math.min(children, Math.max(0, people - 1)) }
}

function figures(text: string): number[] {
  return (text.match(new RegExp(number, 'gu')) ?? []).map((one) => numbers[one] ?? Number(one))
}

/** The first word is what one calls them; marks and words of courtesy are nothing. */
function nameIn(rest: string): { callName: string; more: string } {
  const words = rest.replace(/\[[^\]]{1,6}\]|[^\p{L}\p{N}·\s]/gu, ' ').replace(/\s+/g, ' ').trim().split(' ').filter((word) => word !== '' && !/^(?:报名|参加|来|我|去|收到|谢谢|带|和|人|接龙)$/u.test(word))
  const [first = '', ...others] = words
  return { callName: first, more: others.join(' ') }
}

/** The same words are the same 熟面孔: two lines of them are one person, or two whom the building would tell apart. */
function markTwins(lines: ChainLine[]): ChainLine[] {
  const seen = new Map<string, number>()
  return lines.map((line, index) => {
    const words = `${line.callName} ${line.building}`
    const before = seen.get(words)
    if (line.callName === '' || before === undefined) {
      seen.set(words, index)
      return line
    }
    return { ...line, unclear: [...line.unclear, `和第 ${before + 1} 行是同一个称呼：是两位就加上楼号，是同一位就不勾`], chosen: false }
  })
}
