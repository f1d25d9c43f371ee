import type { Rule } from './measure'
import { layerOf, over, type SeenControl } from './seen'

/** What can be tapped is 44 px wide and high, 60 in 长辈版 and 特大; as in WCAG, not so what is tapped within a sentence. */
const target: Rule = ({ controls }, limits) => controls.filter(({ inline }) => !inline).flatMap(({ words, boxes }) => {
  const { width = 0, height = 0 } = boxes[0] ?? {}
  return Math.min(width, height) >= limits.target - 0.5 ? [] : [{ rule: 'target size', words, measured: `${Math.round(width)}×${Math.round(height)}, at least ${limits.target}×${limits.target}` }]
})

/** Whatever can be tapped or typed into has a name that a screen reader says. */
const named: Rule = ({ controls }) => controls.filter(({ element }) => nameOf(element) === '')
  .map(({ element }) => ({ rule: 'name', words: element.outerHTML.slice(0, 120), measured: 'none' }))

/** What can be tapped has a role, so that a screen reader says that it can. */
const hasRole: Rule = ({ controls }) => controls.filter(({ element }) => !element.hasAttribute('role') && !/^(BUTTON|A|INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  .map(({ words }) => ({ rule: 'role', words, measured: 'none' }))

function nameOf(element: Element): string {
  const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => (id === '' ? '' : document.getElementById(id)?.textContent ?? '')).join('')
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join('') : ''
  const typed = /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
  const pictures = [...element.querySelectorAll('[aria-label], img[alt]')].map((part) => part.getAttribute('aria-label') ?? part.getAttribute('alt') ?? '').join('')
  const candidates = [element.getAttribute('aria-label') ?? '', by, labels, typed ? '' : element.textContent ?? '', typed ? '' : pictures, element.getAttribute('title') ?? '']
  return candidates.map((name) => name.trim()).find((name) => name !== '') ?? ''
}

/** No finger hits two things at once. */
const apart: Rule = (seen) => pairs(seen.controls.filter(({ element }) => !seen.controls.some((other) => other.element !== element && other.element.contains(element)))).flatMap(([one, other]) => {
  if (layerOf(one.element, seen) !== layerOf(other.element, seen)) return []
  const most = Math.max(0, ...one.shown.flatMap((box) => other.shown.map((against) => over(box, against))))
  return most > 1 ? [{ rule: 'controls overlap', words: `${one.words} / ${other.words}`, measured: `${Math.round(most)} px` }] : []
})

/** A tap in the middle of a control reaches it; what scrolls may pass beneath a bar. */
const reachable: Rule = (seen) => seen.controls.flatMap(({ element, words, shown: [box] }) => {
  if (!box || box.height < 8) return []
  const { x, y, width, height } = box
  const hit = document.elementFromPoint(x + width / 2, y + height / 2)
  if (hit === null || element.contains(hit) || hit.contains(element)) return []
  const passes = layerOf(element, seen) === null && layerOf(hit, seen) !== null
  return passes || hit.closest('#linli-door') || !seen.root.contains(element) ? [] : [{ rule: 'covered', words, measured: `by ${hit.tagName.toLowerCase()} ${hit.textContent?.trim().slice(0, 20) ?? ''}` }]
})

const pairs = (all: SeenControl[]) => all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))

export const controlRules: Rule[] = [target, named, hasRole, apart, reachable]
