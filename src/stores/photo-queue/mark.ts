/** What a photo taken in the app carries: when, where, and by which number of which unit. Never a name, never a position. */
import type { MarkOf } from '../../platform/photo'
import { clockOf, dayOf } from '../calendar'
import { useKnown } from '../known-person'
import { clockOffset } from '../server-clock'

/** `place`: of the event, or the grid's name. `unitId`: whose place that is; the role that covers it says the number. */
export function markFor(place: string, unitId: string | null): MarkOf {
  return (at) => {
    const when = new Date(at - clockOffset()).toISOString()
    const [year, month, day] = dayOf(when).split('-').map(Number)
    const roles = useKnown.getState().person?.roles ?? []
    const role = roles.find(({ unit, covers }) => unit.id === unitId || covers.some(({ id }) => id === unitId)) ?? roles[0]
    const who = role ? [`${role.unit.name}${role.number === undefined ? '' : ` ${role.number}号`}`] : []
    return [`${year}年${month}月${day}日 ${clockOf(when)}`, place, [...who, '邻里 应用内拍摄'].join(' · ')]
  }
}
