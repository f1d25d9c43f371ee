/** Where the person works: the unit of their role as grid worker, otherwise of any role. */
import type { UnitBrief } from '#contract/values'
import type { KnownPerson } from '../../stores/known-person'

export function worksIn(me: Pick<KnownPerson, 'roles'> | null): UnitBrief | null {
  const role = me?.roles.find((one) => one.role === 'gridWorker') ?? me?.roles[0]
  return role?.unit ?? null
}

/** Units an entry can be about: the grids, then what no grid did; each once. */
export function unitsToLogIn(me: Pick<KnownPerson, 'roles'> | null): UnitBrief[] {
  const covered = me?.roles.flatMap((role) => role.covers) ?? []
  const once = covered.filter((unit, i) => covered.findIndex((other) => other.id === unit.id) === i)
  return [...once.filter((unit) => unit.level === 'grid'), ...once.filter((unit) => unit.level !== 'grid')]
}
