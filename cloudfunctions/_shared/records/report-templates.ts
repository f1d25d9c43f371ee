/**
 * `report-words/template:<unit>`: a unit's own sentences for its report and those of the units below that have none of their own. They lie beside the
 * edited texts (report-texts.ts), so that a draft reads both at once.
 */
import { command } from '../cloud'
import { templateOf, type Template } from '../rules/report/template/grammar'
import { plainTemplate } from '../rules/report/template/plain'
import { collection } from './collection'

export interface TemplateRecord { _id: string; text: string | null; rev: number; by: string; at: string }

const templates = collection<TemplateRecord>('report-words')

export const templateId = (unitId: string): string => `template:${unitId}`

/** What stands for the unit of this path (root … unit). */
export async function templateRecordFor(path: readonly string[]): Promise<TemplateRecord | null> {
  return nearest(path, await templates.list({ _id: command.in(path.map(templateId)) }, { limit: path.length }))
}

export const unitOfTemplate = ({ _id }: TemplateRecord): string => _id.slice('template:'.length)

/** Of those found for a path, that of the nearest unit that has one. */
export function nearest(path: readonly string[], found: readonly TemplateRecord[]): TemplateRecord | null {
  const rank = ({ _id }: TemplateRecord) => path.findIndex((unitId) => templateId(unitId) === _id)
  return found.filter((one) => one.text !== null && rank(one) >= 0).sort((a, b) => rank(b) - rank(a))[0] ?? null
}

/** Ready to be written from. One that was saved under an older grammar and has a mistake now gives way to the default, and says so in the log. */
export function readyTemplate(record: TemplateRecord | null): Template {
  if (!record || record.text === null) return plainTemplate
  const read = templateOf(record.text)
  if (!Array.isArray(read)) return read
  console.error(JSON.stringify({ template: record._id, mistakes: read.length }))
  return plainTemplate
}

export async function revOfTemplate(unitId: string): Promise<number> {
  return (await templates.find(templateId(unitId)))?.rev ?? 0
}

/** `seen`: the `rev` that the person looked at, 0 for none. null: somebody else has changed it. The same again is done already. */
export async function keepTemplate({ unitId, text, by, at, seen }: { unitId: string; text: string | null; by: string; at: string; seen: number }): Promise<number | null> {
  const _id = templateId(unitId)
  if (seen === 0) {
    const { added, record } = await templates.addOnce({ _id, text, rev: 1, by, at })
    return added || (record.rev === 1 && record.text === text) ? 1 : null
  }
  if ((await templates.update({ _id, rev: seen }, { text, rev: seen + 1, by, at })) > 0) return seen + 1
  const known = await templates.find(_id)
  return known?.rev === seen + 1 && known.text === text ? known.rev : null
}
