/**
 * The three templates of subscribed messages, from the environment of a deployment: the id, and after it, where the keys differ, the keys of
 * 活动名称, 时间, 地点 and 说明 in this order: `LINLI_TEMPLATE_CHANGE="<id> thing1 time2 thing3 thing4"`. One that is missing is never sent.
 */
import type { NoticeKind } from './records/notices'

const variables = { remind: 'LINLI_TEMPLATE_REMIND', change: 'LINLI_TEMPLATE_CHANGE', waitlist: 'LINLI_TEMPLATE_WAITLIST' } as const
const templateOfKind = { 'evening-before': 'remind', changed: 'change', cancelled: 'change', promoted: 'waitlist', offered: 'waitlist' } as const satisfies Record<NoticeKind, keyof typeof variables>
const usualKeys = ['thing1', 'time2', 'thing3', 'thing4'] as const

export interface MessageTemplate { id: string; keys: readonly string[] }

export function templateFor(kind: NoticeKind): MessageTemplate | null {
  return templateIn(variables[templateOfKind[kind]])
}

/** What the phone asks consent for: three at most. */
export function templateIds(): string[] {
  return Object.values(variables).flatMap((variable) => templateIn(variable)?.id ?? [])
}

function templateIn(variable: string): MessageTemplate | null {
  const [id, ...keys] = (process.env[variable] ?? '').split(/\s+/).filter((part) => part !== '')
  return id === undefined ? null : { id, keys: usualKeys.map((usual, index) => keys[index] ?? usual) }
}

/** How long a value may be, by the type that its key begins with (WeChat's table); `time` and `date` are written to fit. In characters. */
const mostCharacters: Record<string, number> = { thing: 20, phrase: 5, name: 10, character_string: 32 }

/** The values by their keys, each cut to what WeChat takes: one that is too long would lose the whole message. */
export function messageData(keys: readonly string[], values: readonly string[]): Record<string, { value: string }> {
  return Object.fromEntries(keys.map((key, index) => [key, { value: cut(values[index] ?? '', mostCharacters[key.replace(/\d+$/, '')] ?? 32) }]))
}

function cut(text: string, most: number): string {
  const characters = [...text.replace(/\p{Cc}+/gu, ' ').trim()]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
