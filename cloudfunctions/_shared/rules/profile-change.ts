/** A line of a profile with a new value on top, or why not. Pure. */
import type { TypedValue } from '../../../contract/units/profile'
import { countsPeople, standardLines } from '../../../contract/units/profile-lines'
import { currentOf, type Line } from './profile'

export interface SetLine { recordId: string; lineId: string; rev: number; value: TypedValue; asOf: string; own: { name: string; unit?: string | undefined } | null; withdrawn: boolean; by: string; at: string }

export type Refused = 'no-such-line' | 'kind-does-not-fit' | 'name-missing' | 'name-taken' | 'changed-meanwhile' | 'changed-too-often' | 'too-many-lines' | 'record-id-taken'

/** More would fit no page, and no document. */
const mostLines = 60
const mostVersions = 40

/** `lines` null: it was written before, nothing is to be done. */
export function changedLines(lines: readonly Line[], set: SetLine): { lines: Line[] | null; rev: number } | Refused {
  const standard = standardLines.find(({ id }) => id === set.lineId)
  if (!standard && !set.lineId.startsWith('own-')) return 'no-such-line'
  const known = lines.find(({ id }) => id === set.lineId)
  const same = known?.versions.find(({ recordId }) => recordId === set.recordId)
  if (known && same) return says(same, set) ? { lines: null, rev: known.versions.length } : 'record-id-taken'
  const kind = standard?.kind ?? known?.versions[0]?.value.kind ?? set.value.kind
  if (set.value.kind !== kind) return 'kind-does-not-fit'
  if (standard?.of && set.value.kind === 'percent' && (set.value.part !== standard.of.part || set.value.whole !== standard.of.whole)) return 'kind-does-not-fit'
  if (!standard && !set.own && !known) return 'name-missing'
  // People stay people: under another unit or name the history would tell how few they were.
  if (known?.unit && set.own && countsPeople({ name: known.name, unit: known.unit }) && !countsPeople({ name: set.own.name, unit: set.own.unit ?? known.unit })) return 'kind-does-not-fit'
  const isNew = !known || currentOf(known) === null
  if ((known?.versions.length ?? 0) !== set.rev && !(isNew && set.rev === 0)) return 'changed-meanwhile'
  if (set.value.kind === 'percent' && ![set.value.part, set.value.whole].every((id) => isNumber(lines, id))) return 'no-such-line'
  if (known && known.versions.length >= mostVersions) return 'changed-too-often'
  if (!known && lines.length >= mostLines) return 'too-many-lines'
  const name = standard?.name ?? set.own?.name ?? known?.name ?? ''
  if (!standard && [...standardLines.map((one) => ({ id: one.id, name: one.name })), ...lines.filter((one) => currentOf(one) !== null)].some((one) => one.id !== set.lineId && one.name === name)) return 'name-taken'
  const { recordId, value, asOf, withdrawn, by, at } = set
  const unit = value.kind === 'number' ? standard?.unit ?? set.own?.unit ?? known?.unit ?? null : null
  const line: Line = { id: set.lineId, name, unit, versions: [...(known?.versions ?? []), { recordId, value, asOf, withdrawn, by, at }] }
  return { lines: known ? lines.map((one) => (one === known ? line : one)) : [...lines, line], rev: line.versions.length }
}

/** Of which a percentage can be computed, now or once it is filled in. */
function isNumber(lines: readonly Line[], id: string): boolean {
  const own = lines.find((line) => line.id === id)
  return standardLines.some((one) => one.id === id && one.kind === 'number') || own?.versions.at(-1)?.value.kind === 'number'
}

function says(version: Line['versions'][number], set: SetLine): boolean {
  return version.by === set.by && version.asOf === set.asOf && version.withdrawn === set.withdrawn && JSON.stringify(version.value) === JSON.stringify(set.value)
}
