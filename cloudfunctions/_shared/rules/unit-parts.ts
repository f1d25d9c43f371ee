/** A unit's month by parts: its own facts (本级) and each child's, by the same rules. Pure. */
import { figuresOfMonth, monthOf } from './figures'
import { factsOf, type Facts, type Scope } from './held-sessions'
import type { Sum } from './soft-sum'

export type Values = Record<string, Sum>

/** Name → value; what was not counted is absent. */
export function valuesOf(facts: Facts, scope: Scope): Values {
  const counted = figuresOfMonth(monthOf(facts, scope)).flatMap(({ name, value, softness }) => (value === null ? [] : [[name, { value, softness }] as const]))
  return Object.fromEntries(counted)
}

export function ownFacts(facts: Facts, unitId: string): Facts {
  return factsOf(facts, (path) => path[path.length - 1] === unitId)
}

export function factsBelow(facts: Facts, unitId: string): Facts {
  return factsOf(facts, (path) => path.includes(unitId))
}

/** Units that facts name right below this one; a unit that has moved since is still among them. */
export function unitsBelow(facts: Facts, unitId: string): string[] {
  const paths = [...facts.events, ...facts.entries].map((one) => one.path)
  return [...new Set(paths.flatMap((path) => path[path.indexOf(unitId) + 1] ?? []))]
}
