/** The rules, each a function from what is seen to what breaks it. One bundle, run in the page. */
import { controlRules } from './control-rules'
import { layoutRules } from './layout-rules'
import { look, type Seen } from './seen'
import { textRules } from './text-rules'

export interface Limits {
  /** px; the body of the page, and the smallest of any text. */
  body: number
  smallest: number
  target: number
  /** 长辈版 and 特大: no calendar grid. */
  large: boolean
}
export interface Finding { rule: string; words: string; measured: string }
export type Rule = (seen: Seen, limits: Limits) => Finding[]

const rules: Rule[] = [...textRules, ...controlRules, ...layoutRules]

export function measure(limits: Limits): Finding[] {
  const seen = look()
  if (!seen) return [{ rule: 'a page is there', words: '', measured: 'nothing with the theme is to be seen' }]
  return rules.flatMap((rule) => rule(seen, limits))
}

/** Everything that scrolls up and down, to its beginning or its end. */
export function scrollTo(place: 'beginning' | 'end'): void {
  const seen = look()
  const around: Element[] = []
  for (let at = seen?.root ?? null; at; at = at.parentElement) around.push(at)
  for (const element of [...around, ...(seen?.root.querySelectorAll('*') ?? [])]) element.scrollTop = place === 'end' ? element.scrollHeight : 0
}

/** Said by the page that waits for nothing any more. */
export function isReady(): boolean {
  const seen = look()
  return seen !== null && seen.texts.length > 0 && !seen.texts.some(({ words }) => words.startsWith('正在')) && seen.root.querySelector('[class*="skeleton"]') === null && seen.root.querySelector('[class*="page__main"]')?.childElementCount !== 0
}
