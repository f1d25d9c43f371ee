import type { Input } from '../../contract/call'
import { importFigure } from '../../contract/work/imported'
import { addImported, findImported, importedBeside, importedId, isOnTop, type ImportedRecord, type ImportedVersion } from '../_shared/records/imported'
import { keepImportedFile, uploadedFile } from '../_shared/records/imported-files'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { isRecorded } from '../_shared/records/recorded'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { importableNamed } from '../_shared/rules/imported/importable'
import { isDay, monthsOf } from '../_shared/rules/imported/period'
import type { Handler } from '../_shared/serve'

/** One that is corrected more often wants a talk. */
const mostVersions = 30

export const handleImportFigure: Handler<typeof importFigure> = async (input, { caller, now, refuse }) => {
  const { recordId, unitId, indicator, period, rev, withdrawn } = input
  const months = monthsOf(period)
  const unit = await findUnit(unitId, months.to)
  if (!unit || !caller.may(importFigure.name, unit.path)) return refuse('unit-not-found')
  const trouble = troubleWith(input, monthOf(now))
  if (trouble) return refuse(trouble)
  const known = await findImported(importedId(input))
  const same = known?.versions.find((one) => one.recordId === recordId)
  if (known && same) return says(same, input, caller.personKey) ? finished(known, 'already-there') : refuse('record-id-taken')
  if (known && !known.withdrawn && rev === 0) return refuse('there-already')
  if (!isOnTop(known, rev)) return refuse('changed-meanwhile')
  if (known && known.versions.length >= mostVersions) return refuse('changed-too-often')
  if (rev > 0 && input.reason === undefined) return refuse('reason-missing')
  if (!withdrawn && !isDay(period)) {
    if (await importedBeside({ ...input, path: unit.path })) return refuse('period-overlaps')
    if (input.overlap === undefined && (await isRecorded(unitId, indicator, months))) return refuse('also-recorded')
  }
  // Earlier bytes first: only the newest file is looked after.
  if (known?.fileDue) await keepImportedFile(known)
  const file = input.file ? await uploadedFile(recordId, input.file) : null
  if (typeof file === 'string') return refuse(file)
  const { upload = null, ...kept } = file ?? {}
  const version: ImportedVersion = {
    recordId, hundredths: input.hundredths, softness: input.softness, source: input.source, overlap: input.overlap ?? null, withdrawn, reason: input.reason ?? null,
    file: file && (kept as ImportedVersion['file']), by: caller.personKey, at: instant(now),
  }
  const written = await addImported({ unitId, path: unit.path, indicator, period }, rev, version, { upload, call: importFigure.name, ahead: await reportsAhead(importFigure.name, { path: unit.path, month: months.to }, now) })
  if (written === 'not-allowed') return refuse('unit-not-found')
  if (written === 'changed') return refuse('changed-meanwhile')
  return finished(written.record, written.outcome)

  async function finished(record: ImportedRecord, outcome: 'counted' | 'already-there' | 'correction') {
    if (record.fileDue) await keepImportedFile(record)
    return { recordId, rev: record.rev, outcome }
  }
}

/** The refusal that fits, or null. `thisMonth`: Asia/Shanghai. */
function troubleWith({ indicator, period, hundredths, softness, withdrawn }: Input<typeof importFigure>, thisMonth: string) {
  const what = importableNamed(indicator)
  if (!what) return 'no-such-figure'
  if ((what.open === true) !== isDay(period)) return 'period-does-not-fit'
  if (monthsOf(period).from > thisMonth) return 'period-in-future'
  // What was not counted is left out; that nothing stood open is a figure.
  if (hundredths === 0 && !what.open && !withdrawn) return 'nothing-of-it'
  if (softness === 'thousand' && hundredths !== 100_000) return 'thousand-is-1000'
  return null
}

function says(version: ImportedVersion, input: Input<typeof importFigure>, by: string): boolean {
  return version.by === by && version.hundredths === input.hundredths && version.softness === input.softness && version.source.kind === input.source.kind && version.source.name === input.source.name
    && version.overlap === (input.overlap ?? null) && version.withdrawn === input.withdrawn && version.reason === (input.reason ?? null) && (version.file?.name ?? null) === (input.file?.name ?? null)
}
