/**
 * A unit's own sentences for its report and those of the units below that have none of their own: with the unit itself, whose name and those above it
 * a draft reads anyhow.
 */
import { command } from '../cloud'
import { templateOf, type Template } from '../rules/report/template/grammar'
import { plainTemplate } from '../rules/report/template/plain'
import { collection } from './collection'
import type { UnitRecord } from './units'

const units = collection<UnitRecord>('units')

/** Of the unit of this path (root … unit): the nearest that has one; null: none has. */
export function nearestWithTemplate(path: readonly string[], known: ReadonlyMap<string, UnitRecord>): UnitRecord | null {
  return path.flatMap((unitId) => known.get(unitId) ?? []).filter(({ template }) => template && template.text !== null).at(-1) ?? null
}

/** Ready to be written from. One that was saved under an older grammar and has a mistake now gives way to the default, and says so in the log. */
export function templateFor(path: readonly string[], known: ReadonlyMap<string, UnitRecord>): Template {
  const unit = nearestWithTemplate(path, known)
  const read = templateOf(unit?.template?.text ?? '')
  if (!unit) return plainTemplate
  if (!Array.isArray(read)) return read
  console.error(JSON.stringify({ templateOf: unit._id, mistakes: read.length }))
  return plainTemplate
}

/** `seen`: the `rev` that the person looked at, 0 for none. null: somebody else has changed it. The same again is done already. */
export async function keepTemplate({ unitId, text, by, at, seen }: { unitId: string; text: string | null; by: string; at: string; seen: number }): Promise<number | null> {
  const rev = seen + 1
  const asSeen = seen === 0 ? { _id: unitId, template: command.exists(false) } : { _id: unitId, 'template.rev': seen }
  if ((await units.update(asSeen, { template: command.set({ text, rev, by, at }) })) > 0) return rev
  const known = (await units.find(unitId))?.template
  return known?.rev === rev && known.text === text ? rev : null
}
