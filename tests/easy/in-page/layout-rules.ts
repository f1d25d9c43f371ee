import type { Finding, Rule } from './measure'
import { isShown, layerOf, over, wordsOf, type Seen } from './seen'

/** Nothing stands beyond the sides of the screen, but in a row that scrolls by itself. */
const inside: Rule = (seen) => [...seen.texts, ...seen.controls].flatMap(({ words, element, boxes }) => {
  if (scrollsAcross(element, seen)) return []
  const beyond = Math.max(...boxes.map((box) => Math.max(seen.view.left - box.left, box.right - seen.view.right)))
  return beyond > 1 ? [{ rule: 'beyond the screen', words, measured: `${Math.round(beyond)} px` }] : []
})

/** A page goes up and down only. */
const upAndDown: Rule = ({ root }) => {
  const findings: Finding[] = []
  for (let at: Element | null = root; at; at = at.parentElement) {
    // What neither scrolls nor clips, as a slip with its notches, only hands on what is too wide.
    const scrolls = /auto|scroll/.test(getComputedStyle(at).overflowX) || at === document.documentElement || at === document.body
    if (scrolls && at.scrollWidth > at.clientWidth + 1) findings.push({ rule: 'scrolls sideways', words: at.tagName.toLowerCase(), measured: `${at.scrollWidth} px in ${at.clientWidth}` })
  }
  return findings
}

/** No text lies over another. What is turned as one, like a stamp, is one. */
const textApart: Rule = (seen) => seen.texts.flatMap((one, index) => seen.texts.slice(index + 1).flatMap((other) => {
  if (one.element === other.element || layerOf(one.element, seen) !== layerOf(other.element, seen)) return []
  const turned = turnedAround(one.element)
  if (turned !== null && turned.contains(other.element)) return []
  const most = Math.max(0, ...one.shown.flatMap((box) => other.shown.map((against) => over(box, against))))
  return most > 2 ? [{ rule: 'texts overlap', words: `${one.words} / ${other.words}`, measured: `${Math.round(most)} px` }] : []
}))

/** At the end of a page nothing stays beneath the bar at the bottom, at its beginning nothing beneath the bar at the top. */
const beneath: Rule = (seen) => seen.bars.flatMap((bar) => {
  const edge = bar.getBoundingClientRect()
  const atBottom = edge.bottom > seen.view.bottom - 2
  if (!(atBottom ? isAtEnd(seen) : isAtBeginning(seen))) return []
  return [...seen.texts, ...seen.controls].filter(({ element, shown }) => !bar.contains(element) && layerOf(element, seen) === null && shown.some((box) => over(box, edge) > 1))
    .map(({ words }) => ({ rule: 'beneath a bar', words, measured: wordsOf(bar) }))
})

/** What stands fast leaves at least half of the screen to the page. */
const room: Rule = (seen) => {
  const outer = seen.bars.filter((bar) => !seen.bars.some((other) => other !== bar && other.contains(bar)))
  const taken = outer.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / seen.view.height
  return taken > 0.5 ? [{ rule: 'room', words: outer.map(wordsOf).join(' / '), measured: `bars take ${Math.round(taken * 100)}% of the screen` }] : []
}

/** In large type there is no calendar grid: seven days do not fit in a row, unless the row is pulled sideways. */
const noGrid: Rule = ({ root }, { large }) => (!large ? [] : [...root.querySelectorAll('*')].filter(isShown).filter((element) => {
  const { display, gridTemplateColumns, overflowX } = getComputedStyle(element)
  if (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth) return false
  const days = [...element.children].filter((child) => /^\d{1,2}\D{0,3}$/.test(child.textContent?.trim() ?? ''))
  const tops = new Set(days.map((day) => Math.round(day.getBoundingClientRect().top)))
  return element.getAttribute('role') === 'grid' || element.tagName === 'TABLE' || (display.endsWith('grid') && gridTemplateColumns.split(' ').length >= 7) || days.length - tops.size >= 4
}).map((element) => ({ rule: 'calendar grid', words: wordsOf(element), measured: 'seven in a row' })))

function scrollsAcross(element: Element, { root }: Seen): boolean {
  for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth && !/auto|scroll/.test(getComputedStyle(at).overflowY)) return true
    if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth && at.scrollHeight <= at.clientHeight) return true
  }
  return false
}

function turnedAround(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { transform } = getComputedStyle(at)
    if (transform !== 'none' && !transform.startsWith('matrix(1, 0, 0, 1,')) return at
  }
  return null
}

function scrollerOf({ root }: Seen): Element | null {
  for (let at: Element | null = root; at; at = at.parentElement) if (at.scrollHeight > at.clientHeight + 1 && !/hidden|clip/.test(getComputedStyle(at).overflowY)) return at
  return null
}

function isAtEnd(seen: Seen): boolean {
  const at = scrollerOf(seen)
  return at === null || at.scrollTop + at.clientHeight >= at.scrollHeight - 2
}

const isAtBeginning = (seen: Seen) => (scrollerOf(seen)?.scrollTop ?? 0) === 0

export const layoutRules: Rule[] = [inside, upAndDown, textApart, beneath, room, noGrid]
