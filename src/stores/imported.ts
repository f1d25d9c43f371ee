/** 引用数 of the unit in scope: what was brought over in a year, and bringing over or correcting one, with its file. */
import type { Answer } from '#contract/call'
import { fileKinds, fileMaxBytes, importFigure, listImported } from '#contract/work/imported'
import type { ChosenFile } from '../platform/chosen-file'
import { uploadFile } from '../platform/cloud'
import { call, type Sent } from './call'
import { draftStore } from './event-draft'
import { fetchStore } from './fetched'
import { sentOnce } from './sent-once'

export const useImported = fetchStore(listImported)

type Said = Omit<Sent<typeof importFigure>, 'recordId' | 'file'>

/** The same words after a lost answer are the same record; the file goes up before it, under the record's name. */
export async function bringOver(said: Said, file: ChosenFile | null): Promise<Answer<typeof importFigure>> {
  const kind = file && fileKinds.find((one) => file.name.toLowerCase().endsWith(`.${one}`))
  if (file && !kind) return { ok: false, failure: 'file-not-known' }
  if (file && file.bytes > fileMaxBytes) return { ok: false, failure: 'file-too-large' }
  return sentOnce(['import', said, file?.path, file?.bytes], async (recordId): Promise<Answer<typeof importFigure>> => {
    if (!file || !kind) return call(importFigure, { recordId, ...said })
    const fileId = await uploadFile(`incoming/${recordId}.${kind}`, file.path).catch(() => null)
    if (fileId === null) return { ok: false, failure: 'offline' }
    return call(importFigure, { recordId, ...said, file: { fileId, name: file.name.slice(-80) } })
  })
}

export type PeriodShape = 'month' | 'quarter' | 'year'

/** What is typed; `shape` and `part` are of no use where the figure stands open at a year's end. */
export interface ImportedForm {
  indicator: string
  shape: PeriodShape
  year: string
  /** Month or quarter, 1 … */
  part: number
  number: string
  softness: Said['softness']
  kind: Said['source']['kind']
  from: string
  reason: string
}

/** `today`: its month is over, or will be: the one before is what one usually brings over. */
export function emptyImported(today: string): ImportedForm {
  const month = Number(today.slice(5, 7))
  return { indicator: '', shape: 'month', year: String(Number(today.slice(0, 4)) - (month === 1 ? 1 : 0)), part: month === 1 ? 12 : month - 1, number: '', softness: 'exact', kind: 'system', from: '', reason: '' }
}

export const importedDraft = (today: () => string) => draftStore<ImportedForm>('imported', () => emptyImported(today()))
