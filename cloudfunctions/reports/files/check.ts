import type { checkFile } from '../../../contract/reports/check'
import { readClosed } from '../../_shared/records/counted-month'
import { findFileCode, type CodeOf } from '../../_shared/records/file-codes'
import { findReports, reportId } from '../../_shared/records/reports'
import { codeOfHash, contentHashOf, sessionFiguresOf } from '../../_shared/rules/report/content-hash'
import type { Handler } from '../../_shared/serve'

/** What was approved is read once more from its snapshot, and the snapshot only with its hash. */
export const handleCheckFile: Handler<typeof checkFile> = async ({ code }, { refuse }) => {
  const known = await findFileCode(code)
  // The code is the beginning of the hash: what stands under another one is none of ours.
  if (!known || codeOfHash(known.hash) !== code) return refuse('no-such-code')
  const isApproved = known.of.what === 'report' ? await isReportApproved(known.hash, known.of) : await areSessionsApproved(known.of)
  return { standing: isApproved ? 'approved' : 'not-approved' }
}

async function isReportApproved(hash: string, { unitId, month }: Extract<CodeOf, { what: 'report' }>): Promise<boolean> {
  if (month === null) return false
  const [approved] = await approvedOf([unitId], month)
  return approved !== undefined && contentHashOf(approved.snapshot.report) === hash
}

/** Each month of the event, in the report of the unit that closed it first: the host, else the one above it. */
async function areSessionsApproved({ eventId, path, months, figures }: Extract<CodeOf, { what: 'event' }>): Promise<boolean> {
  const closed = await Promise.all(months.map((month) => approvedOf([...path].reverse(), month)))
  if (closed.some((units) => units.length === 0)) return false
  const lines = closed.flatMap(([first]) => first!.snapshot.lines.sessions.filter(({ event }) => event._id === eventId))
  return lines.length > 0 && sessionFiguresOf(lines) === figures
}

/** In the order in which the units are given, those that have approved it. */
async function approvedOf(unitIds: readonly string[], month: string) {
  const reports = await findReports(unitIds.map((unitId) => reportId(unitId, month)))
  const first = unitIds.flatMap((unitId) => reports.get(reportId(unitId, month)) ?? []).find(({ closed }) => closed)
  return first ? readClosed([first]) : []
}
