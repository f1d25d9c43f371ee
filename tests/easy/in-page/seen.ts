/** What can be seen of a page as it stands: its texts with their boxes, its controls, and the bars that stand fast. Runs in the page. */

/** One run of text as it is drawn: the boxes are of its letters, not of the lines' height. */
/** `shown`: what of the boxes is not scrolled away within a sheet. */
export interface SeenText { words: string; element: Element; fontSize: number; boxes: DOMRect[]; shown: DOMRect[]; placeholder: boolean }
export interface SeenControl { element: Element; words: string; boxes: DOMRect[]; shown: DOMRect[]; inline: boolean }
export interface Seen { root: Element; texts: SeenText[]; controls: SeenControl[]; bars: Element[]; view: DOMRect }

const controlSelector = [
  'button', 'a[href]', 'input', 'textarea', 'select', '[tabindex]:not([tabindex="-1"])',
  ...['button', 'link', 'radio', 'checkbox', 'tab', 'switch', 'option', 'menuitem', 'textbox', 'slider', 'spinbutton'].map((role) => `[role="${role}"]`),
].join(',')

/** An open sheet or question covers the page, so then it alone is looked at. */
export function look(): Seen | null {
  const page = [...document.querySelectorAll('.linli')].filter(isShown).at(-1)
  if (!page) return null
  const root = [...page.querySelectorAll('[role="dialog"], [role="alertdialog"]')].filter(isShown).at(-1) ?? page
  const view = (document.querySelector('#app') ?? document.documentElement).getBoundingClientRect()
  const all = [root, ...root.querySelectorAll('*')].filter(isShown)
  return { root, view, texts: all.flatMap(textsOf), controls: all.filter(isControl).map(controlOf), bars: all.filter((element) => /^(sticky|fixed)$/.test(getComputedStyle(element).position) && element !== root) }
}

export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 1.5 && height > 1.5
}

function textsOf(element: Element): SeenText[] {
  const style = getComputedStyle(element)
  const fontSize = parseFloat(style.fontSize)
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const words = element.value || element.placeholder
    return words === '' ? [] : [{ words, element, fontSize, boxes: [element.getBoundingClientRect()], shown: notScrolledAway(element, [element.getBoundingClientRect()]), placeholder: element.value === '' }]
  }
  return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '').flatMap((node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map((box) => letters(box, fontSize))
    return boxes.length === 0 ? [] : [{ words: (node.textContent ?? '').trim(), element, fontSize, boxes, shown: notScrolledAway(element, boxes), placeholder: false }]
  })
}

/** A font's box is higher than its letters; a Chinese letter is as high as the font's size. */
function letters({ x, y, width, height }: DOMRect, fontSize: number): DOMRect {
  const high = Math.min(height, fontSize)
  return new DOMRect(x, y + (height - high) / 2, width, high)
}

function notScrolledAway(element: Element, boxes: DOMRect[]): DOMRect[] {
  let shown = boxes
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at)
    if (!/auto|scroll/.test(overflowX + overflowY)) continue
    const edge = at.getBoundingClientRect()
    shown = shown.map((box) => {
      const [left, top] = [Math.max(box.left, edge.left), Math.max(box.top, edge.top)]
      return new DOMRect(left, top, Math.min(box.right, edge.right) - left, Math.min(box.bottom, edge.bottom) - top)
    }).filter(({ width, height }) => width > 1 && height > 1)
  }
  return shown
}

/** React knows what is tapped though HTML does not; a tap on the ground behind a sheet has its button 关闭. */
function isControl(element: Element): boolean {
  if (element.matches(controlSelector)) return true
  const props = Object.entries(element).find(([key]) => key.startsWith('__reactProps'))?.[1] as { onClick?: unknown } | undefined
  return typeof props?.onClick === 'function' && element.closest(controlSelector) === null && element.querySelector(controlSelector) === null && !element.className.includes('backdrop')
}

function controlOf(element: Element): SeenControl {
  const inline = getComputedStyle(element).display === 'inline'
  const boxes = inline ? [...element.getClientRects()] : [element.getBoundingClientRect()]
  return { element, words: wordsOf(element), boxes, shown: notScrolledAway(element, boxes), inline }
}

export const wordsOf = (element: Element) => (element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.getAttribute('placeholder') || `<${element.tagName.toLowerCase()} class="${element.className}">`)).slice(0, 40)

/** The bar or the sheet's head that an element belongs to: what scrolls passes beneath it. */
export const layerOf = (element: Element, { bars }: Seen): Element | null => bars.find((bar) => bar.contains(element)) ?? null

/** How far two boxes lie over each other, in px both ways; 0 where they do not. */
export function over(one: DOMRect, other: DOMRect): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return wide > 0 && high > 0 ? Math.min(wide, high) : 0
}
