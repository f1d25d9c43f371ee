import { contrastOf } from './colour'
import type { Finding, Rule } from './measure'
import { wordsOf, type SeenText } from './seen'

/** A page's text is 17, 22 or 30 px, as its type size says. */
const body: Rule = ({ root }, limits) => {
  const size = parseFloat(getComputedStyle(root.closest('.linli') ?? root).fontSize)
  return size >= limits.body ? [] : [{ rule: 'body text', words: wordsOf(root), measured: `${size} px, at least ${limits.body}` }]
}

/** No text is smaller than 13, 22 or 30 px. */
const smallest: Rule = ({ texts }, limits) => texts.filter(({ fontSize }) => fontSize < limits.smallest)
  .map(({ words, fontSize }) => ({ rule: 'text size', words, measured: `${fontSize} px, at least ${limits.smallest}` }))

/** Lines stand at least 1.3 of the letters' height apart; a figure that stands alone has no second line. */
const lineHeight: Rule = ({ texts }) => texts.flatMap(({ words, element, fontSize }) => {
  const ratio = parseFloat(getComputedStyle(element).lineHeight) / fontSize
  return /^[\d\s.:/]+$/.test(words) || ratio >= 1.3 ? [] : [{ rule: 'line height', words, measured: `${ratio.toFixed(2)}, at least 1.3` }]
})

/** Text stands out from what is beneath it 4.5 to 1; from 24 px, or bold from 18.66 px, 3 to 1. */
const contrast: Rule = ({ texts }) => texts.flatMap(({ words, element, fontSize, placeholder }): Finding[] => {
  const style = getComputedStyle(element)
  const least = fontSize >= 24 || (fontSize >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5
  const ratio = contrastOf(element, placeholder ? getComputedStyle(element, '::placeholder').color : style.color)
  if (ratio === null) return [{ rule: 'contrast', words, measured: 'over a picture or a gradient' }]
  return ratio >= least ? [] : [{ rule: 'contrast', words, measured: `${ratio.toFixed(2)}, at least ${least}` }]
})

/** No text is cut: not by an edge that hides, not by three dots, not by the end of a field. */
const cut: Rule = ({ texts }) => texts.flatMap((text) => {
  const by = cutBy(text)
  return by === null ? [] : [{ rule: 'cut off', words: text.words, measured: by }]
})

function cutBy({ words, element, fontSize, boxes }: SeenText): string | null {
  if (element instanceof HTMLInputElement) {
    const style = getComputedStyle(element)
    const pen = document.createElement('canvas').getContext('2d')
    if (!pen) return null
    pen.font = `${style.fontWeight} ${fontSize}px ${style.fontFamily}`
    const wide = pen.measureText(words).width
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return wide > room + 1 ? `${Math.round(wide)} px in a field of ${Math.round(room)}` : null
  }
  if (element instanceof HTMLTextAreaElement) return element.scrollHeight > element.clientHeight + 1 ? `${element.scrollHeight} px in a field of ${element.clientHeight}` : null
  let across = true
  let along = true
  for (let at: Element | null = element; at && (across || along); at = at.parentElement) {
    const style = getComputedStyle(at)
    const edge = at.getBoundingClientRect()
    if (style.textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth) return `three dots, ${at.scrollWidth} px in ${at.clientWidth}`
    // Where one can scroll to it, it is not lost.
    if (/auto|scroll/.test(style.overflowX)) across = false
    if (/auto|scroll/.test(style.overflowY)) along = false
    for (const box of boxes) {
      if (across && /hidden|clip/.test(style.overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1)) return `${Math.round(Math.max(edge.left - box.left, box.right - edge.right))} px beyond the side of what holds it`
      if (along && /hidden|clip/.test(style.overflowY) && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) return `${Math.round(Math.max(edge.top - box.top, box.bottom - edge.bottom))} px below or above what holds it`
    }
  }
  return null
}

export const textRules: Rule[] = [body, smallest, lineHeight, contrast, cut]
