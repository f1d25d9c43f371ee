/** Reading a drawn page as a person does: by its words and the names of its controls. */
import type { Drawn, DrawnElement } from './templates'

/** An element with its ancestors, the page first. */
export interface Found { element: DrawnElement; ancestors: DrawnElement[] }

export function textOf(node: Drawn): string {
  if (typeof node === 'string') return node
  const own = [node.attr.value, node.attr.placeholder].filter((word) => typeof word === 'string' && word !== '' && /^wx-(input|textarea)$/.test(node.tag))
  return [...own, ...node.children.map(textOf)].join('')
}

/** What a control is called: its label for screen readers, or else the words on it. */
export function nameOf(element: DrawnElement): string {
  const { ariaLabel } = element.attr
  return squeeze(typeof ariaLabel === 'string' && ariaLabel !== '' ? ariaLabel : textOf(element))
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function everyElement(root: DrawnElement): Found[] {
  const found: Found[] = []
  const walk = (element: DrawnElement, ancestors: DrawnElement[]) => {
    found.push({ element, ancestors })
    for (const child of element.children) if (typeof child !== 'string') walk(child, [...ancestors, element])
  }
  walk(root, [])
  return found
}

/** Innermost elements with exactly this name; where there is none, innermost elements whose name has it within. */
export function named(root: DrawnElement, name: string, among: (element: DrawnElement) => boolean = () => true): Found[] {
  const all = everyElement(root).filter(({ element }) => among(element))
  const exact = all.filter(({ element }) => nameOf(element) === name)
  const wanted = exact.length > 0 ? exact : all.filter(({ element }) => nameOf(element).includes(name))
  return wanted.filter(({ element }) => !wanted.some((other) => other.ancestors.includes(element)))
}

/** The smallest part of the page that has all these words. */
export function partWith(root: DrawnElement, words: string[]): DrawnElement | null {
  const all = everyElement(root).filter(({ element }) => {
    const text = everyElement(element).map((inner) => nameOf(inner.element)).join(' ')
    return words.every((word) => text.includes(word))
  })
  return all.find(({ element }) => !all.some((other) => other.ancestors.includes(element)))?.element ?? null
}

export function measure(root: DrawnElement): { nodes: number; depth: number; widest: number } {
  const all = everyElement(root)
  return {
    nodes: all.length,
    depth: Math.max(...all.map(({ ancestors }) => ancestors.length + 1)),
    widest: Math.max(...all.map(({ element }) => element.children.length)),
  }
}
