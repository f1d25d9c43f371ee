/**
 * What a report's words are written in (docs/report-templates.md): a template is text, line by line a sentence, with gaps that the facts fill. Parsing it
 * finds every mistake with its line, in Chinese, so that a template that is saved can always be written from. Pure.
 */
import type { SectionKind } from '../../../../../contract/reports/section-kind'
import { longestTemplate } from '../../../../../contract/reports/template'
import { gapsOfEvents, gapsOfSections } from './gaps'

/** `gap`: filled by the facts. `when`: says nothing, and its sentence only if there is such a thing (or, `not`, none). `maybe`: left out when a gap in it is empty. */
export type Part = { words: string } | { gap: string } | { when: string; not: boolean } | { maybe: Part[] }
export type Sentence = Part[]
/** The first that can be said is said; none: silence. */
export type Alternatives = Sentence[]

export interface Template {
  name: string
  /** Of this wording. */
  datedOn: string
  /** Where the wording comes from, and who signs it off. */
  source: string
  sections: { kind: SectionKind; heading: string | null; paragraphs: Alternatives[][] }[]
  /** Instead of every section in a scope in which nothing happened. */
  nothing: Alternatives[]
  /** One event of its kind; several; and their list by day. */
  single: Alternatives
  several: Alternatives
  list: Alternatives
}
export interface Mistake { /** From 1. */ line: number; what: string }

/** In the order that such reports have (product.md). A heading stands after the name. */
const sectionNames: readonly [SectionKind, string][] = [
  ['opening', '开头'], ['organisation', '组织'], ['publicity', '宣传'], ['activities', '活动'], ['achievements', '成效'], ['shortcomings', '不足'], ['next_steps', '打算'],
]
const manners = ['没有记录', '一场', '几场', '列举'] as const
type Manner = (typeof manners)[number]
const heads = ['模板', '日期', '来源'] as const

interface Room { line: number; name: string; heading: string; paragraphs: Alternatives[][] }

/** The template, or every mistake in it. */
export function templateOf(text: string): Template | Mistake[] {
  const mistakes: Mistake[] = []
  const wrong = (line: number, what: string) => { mistakes.push({ line, what }) }
  if (text.length > longestTemplate) return [{ line: 1, what: `模板太长，最多 ${longestTemplate} 个字` }]
  const head = new Map<string, string>()
  const rooms: Room[] = []
  let paragraph: Alternatives[] | null = null
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    const said = raw.trim()
    if (said.startsWith('//')) continue
    if (said === '') { paragraph = null; continue }
    const [, name = '', heading = ''] = /^#\s*(\S+)\s*(.*)$/.exec(said) ?? []
    const room = rooms[rooms.length - 1]
    if (name !== '') {
      rooms.push({ line, name, heading: heading.trim(), paragraphs: [] })
      paragraph = null
    } else if (!room) {
      const [, key = '', value = ''] = /^(\S+?)[\s：:]+(.+)$/.exec(said) ?? []
      if ((heads as readonly string[]).includes(key)) head.set(key, value.trim())
      else wrong(line, `第一个 # 之前只写${heads.join('、')}，如“模板：平实”`)
    } else {
      const isOther = /^或\s/.test(said)
      const sentence = sentenceOf(isOther ? said.replace(/^或\s+/, '') : said, { line, ofEvents: ['一场', '几场', '列举'].includes(room.name), wrong })
      const last = paragraph?.[paragraph.length - 1]
      if (isOther && !last) wrong(line, '“或”前面没有句子')
      else if (isOther) last!.push(sentence)
      else {
        if (!paragraph) room.paragraphs.push(paragraph = [])
        paragraph.push([sentence])
      }
    }
  }
  for (const key of heads) if (!head.has(key)) wrong(1, `开头缺“${key}：”一行`)
  if (head.has('日期') && !/^\d{4}-\d{2}-\d{2}$/.test(head.get('日期')!)) wrong(1, '日期写成 2026-11-30 这样')
  const known = [...sectionNames.map(([, zh]) => zh), ...manners] as string[]
  for (const { line, name } of rooms) if (!known.includes(name)) wrong(line, `没有“# ${name}”这一部分，可以写的有：${known.join('、')}`)
  const at = (name: string) => {
    const found = rooms.filter((room) => room.name === name)
    if (found.length === 0) wrong(1, `缺“# ${name}”这一部分`)
    if (found.length > 1) wrong(found[1]!.line, `“# ${name}”写了两次`)
    return found[0]
  }
  const order = rooms.filter(({ name }) => sectionNames.some(([, zh]) => zh === name))
  const sections = sectionNames.map(([kind, zh], index) => {
    const room = at(zh)
    if (room && order.length === sectionNames.length && order[index] !== room) wrong(room.line, `“# ${zh}”应当是第 ${index + 1} 部分`)
    if (room && room.paragraphs.length === 0) wrong(room.line, `“# ${zh}”里没有句子`)
    if (room && kind !== 'opening' && room.heading === '') wrong(room.line, `“# ${zh}”后面缺标题`)
    return { kind, heading: kind === 'opening' ? null : room?.heading ?? '', paragraphs: room?.paragraphs ?? [] }
  })
  const manner = (name: Manner) => {
    const room = at(name)
    const all = room?.paragraphs.flat() ?? []
    if (room && all.length !== 1 && name !== '没有记录') wrong(room.line, `“# ${name}”里只写一句（可以有“或”）`)
    return all
  }
  const template: Template = {
    name: head.get('模板') ?? '', datedOn: head.get('日期') ?? '', source: head.get('来源') ?? '', sections,
    nothing: manner('没有记录'), single: manner('一场')[0] ?? [], several: manner('几场')[0] ?? [], list: manner('列举')[0] ?? [],
  }
  return mistakes.length > 0 ? mistakes.sort((a, b) => a.line - b.line) : template
}

interface Reading { line: number; ofEvents: boolean; wrong(line: number, what: string): void }

function sentenceOf(text: string, { line, ofEvents, wrong }: Reading): Sentence {
  const gaps: readonly string[] = ofEvents ? gapsOfEvents : gapsOfSections
  const read = (inner: string): Part[] => {
    const parts: Part[] = []
    for (const piece of inner.match(/\{[^{}]*\}|\[[^[\]]*\]|[^[\]{}]+|[[\]{}]/g) ?? []) {
      const mark = piece[0]
      if (mark === '{' && piece.length > 1) {
        const [, sign = '', name = ''] = /^\{([?!]?)(.*)\}$/.exec(piece) ?? []
        if (!gaps.includes(name)) wrong(line, `没有{${name}}，可以写的有：${gaps.map((gap) => `{${gap}}`).join('')}`)
        parts.push(sign === '' ? { gap: name } : { when: name, not: sign === '!' })
      } else if (mark === '[' && piece.length > 1) {
        const maybe = read(piece.slice(1, -1))
        if (!maybe.some((part) => !('words' in part))) wrong(line, '方括号里至少要有一个{…}，不然不知道什么时候省去')
        parts.push({ maybe })
      } else if (/^[[\]{}]$/.test(piece)) wrong(line, `“${piece}”没有成对`)
      else {
        if (/[0-9０-９]/.test(piece)) wrong(line, `“${piece.trim()}”里写了数字：数字都由{…}填，不写死`)
        parts.push({ words: piece })
      }
    }
    return parts
  }
  const sentence = read(text)
  const isGapAlone = sentence.length === 1 && 'gap' in sentence[0]!
  if (!ofEvents && !isGapAlone && !/[。！？：]$/.test(text)) wrong(line, '句子要以“。”结尾')
  return sentence
}
