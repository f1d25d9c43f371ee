/** A spreadsheet of units on its way: chosen, checked as a whole, imported as a whole or not at all. */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import { importMaxBytes, importUnits } from '#contract/units/import'
import { uploadFile } from '../platform/cloud'
import type { ChosenFile } from '../platform/chosen-file'
import { call } from './call'
import type { Failed } from './failure-words'
import { newRecordId } from './record'
import { treeChanged } from './units'

interface Sheet extends ChosenFile {
  recordId: string
  /** Once uploaded: a repeat only asks. */
  fileId: string | null
}

interface UnitImport {
  sheet: Sheet | null
  /** The unit for which it was checked. */
  under: string | null
  busy: 'check' | 'import' | null
  told: Output<typeof importUnits> | null
  failed: Failed<typeof importUnits> | null
  /** Another file is another record. */
  choose(file: ChosenFile): void
  ask(what: 'check' | 'import', under: string): Promise<void>
  startAgain(): void
}

const nothing = { sheet: null, under: null, busy: null, told: null, failed: null }

export const useUnitImport = create<UnitImport>()((set, get) => ({
  ...nothing,
  choose: (file) => set({ ...nothing, sheet: { ...file, recordId: newRecordId(), fileId: null } }),
  startAgain: () => set(nothing),
  ask: async (what, under) => {
    const { sheet, busy } = get()
    if (sheet === null || busy !== null) return
    // What was checked for one unit says nothing about another.
    if (under !== get().under) { set({ under, told: null }); what = 'check' }
    if (sheet.bytes > importMaxBytes) return set({ failed: { ok: false, failure: 'file-too-large' } })
    set({ busy: what, failed: null })
    const sent = await uploaded(sheet)
    const answer = sent.fileId === null
      ? ({ ok: false, failure: 'offline' } as const)
      : await call(importUnits, { recordId: sent.recordId, under, fileId: sent.fileId, what })
    // Somebody chose another file meanwhile.
    if (get().sheet?.recordId !== sheet.recordId) return
    if (answer.ok) {
      if (answer.value.imported) await treeChanged()
      return set({ sheet: sent, told: answer.value, busy: null })
    }
    const gone = answer.failure === 'upload-not-found'
    const stale = answer.failure === 'changed-meanwhile'
    set({ sheet: gone ? { ...sent, fileId: null } : sent, failed: answer, busy: null, ...(stale && { told: null }) })
  },
}))

async function uploaded(sheet: Sheet): Promise<Sheet> {
  if (sheet.fileId !== null) return sheet
  try {
    return { ...sheet, fileId: await uploadFile(`incoming/${sheet.recordId}.xlsx`, sheet.path) }
  } catch {
    return sheet
  }
}
