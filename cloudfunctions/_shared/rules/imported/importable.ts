/** What can be brought over: every figure there is, and two that stand open at a year's end and are never logged. Pure. */
import type { Importable } from '../../../../contract/work/imported'
import { figureCatalogue } from '../figure-catalogue'

export const disputesOpen = 'disputes_open'
export const articlesUnpublished = 'articles_unpublished'

export const importables: readonly Importable[] = [
  ...figureCatalogue.map(({ name, zh, unit, money }) => ({ name, zh, measure: unit, ...(money && { money }) })),
  { name: disputesOpen, zh: '年末未结的矛盾纠纷', measure: '起', open: true },
  { name: articlesUnpublished, zh: '年末未被采用的稿件', measure: '篇', open: true },
]

const byName = new Map(importables.map((one, order) => [one.name, { ...one, order }]))

/** `order`: as reports have it. */
export function importableNamed(name: string): (Importable & { order: number }) | null {
  return byName.get(name) ?? null
}
