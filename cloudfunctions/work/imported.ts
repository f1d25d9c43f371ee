import { listImported, type ImportedView } from '../../contract/work/imported'
import { addressesOf } from '../_shared/records/files'
import { importedIn, type ImportedRecord, type ImportedSaid } from '../_shared/records/imported'
import { findUnit, findUnits, unitBrief } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { importableNamed, importables } from '../_shared/rules/imported/importable'
import type { Handler } from '../_shared/serve'

const most = 200
/** Storage tells 50 addresses at once. */
const addressed = 50

export const handleImported: Handler<typeof listImported> = async ({ unitId, year }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(listImported.name, unit.path)) return refuse('unit-not-found')
  const found = await importedIn(unitId, { from: `${year}-01`, to: `${year}-12` }, most + 1)
  const shown = found.slice(0, most)
  const [units, addresses] = await Promise.all([
    findUnits(shown.map((one) => one.unitId)),
    allAddressesOf(shown.flatMap(({ file }) => (file && file.upload === null ? [file.fileId] : []))),
  ])
  const orderOf = ({ indicator }: ImportedRecord) => importableNamed(indicator)?.order ?? 0
  const figures = [...shown].sort((a, b) => orderOf(a) - orderOf(b)).flatMap((record): ImportedView[] => {
    const what = importableNamed(record.indicator)
    if (!what) return []
    const said = ({ hundredths, softness, source, overlap, withdrawn }: ImportedSaid) => ({ hundredths, softness, source, overlap, withdrawn })
    const versions = record.versions.map((version, index) => ({ ...said(version), rev: index + 1, reason: version.reason, at: version.at, own: version.by === caller.personKey })).reverse()
    const { at, own } = versions[0]!
    const { file } = record
    return [{
      ...said(record), at, own, unit: unitBrief(units.get(record.unitId) ?? unit), indicator: record.indicator, zh: what.zh, measure: what.measure, ...(what.money && { money: what.money }),
      period: record.period, rev: record.rev, versions, file: file && { name: file.name, bytes: file.bytes, url: addresses.get(file.fileId) ?? null },
    }]
  })
  return { unit: unitBrief(unit), figures, more: found.length > most, choices: [...importables] }
}

async function allAddressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const pages = Array.from({ length: Math.ceil(fileIds.length / addressed) }, (_, i) => fileIds.slice(i * addressed, (i + 1) * addressed))
  return new Map((await Promise.all(pages.map(addressesOf))).flatMap((page) => [...page]))
}
