/**
 * `snapshots/<unit>:<month>:<hash>:<piece>`: what was handed in, as text in pieces, each under the hash of the whole, so that nothing else can ever
 * stand there. Written before the step that names it; pieces that no step names are `loose` and swept. Read only together with its
 * hash: what somebody changed in the database is not shown as approved.
 */
import { command } from '../cloud'
import { hashOf, type Snapshot } from '../rules/closing/frozen-month'
import { collection } from './collection'
import { findReports, reportId } from './reports'

interface PieceRecord { _id: string; reportId: string; hash: string; text: string; at: string; loose: boolean }

const pieces = collection<PieceRecord>('snapshots')

/** Characters; 180 KB at most, so that five come in one answer. */
const longest = 60_000
const perAnswer = 5
/** In ms: far longer than a call may take. */
const wroteOff = 60_000

export interface Written { hash: string; pieces: number }
const idOf = (report: string, hash: string, piece: number) => `${report}:${hash.slice(0, 32)}:${piece}`
const idsOf = (report: string, written: Written) => Array.from({ length: written.pieces }, (_, piece) => idOf(report, written.hash, piece))

export async function writeSnapshot(unitId: string, month: string, snapshot: Snapshot, at: string): Promise<Written> {
  const report = reportId(unitId, month)
  const text = JSON.stringify(snapshot)
  const hash = hashOf(text)
  const written = { hash, pieces: Math.ceil(text.length / longest) }
  for (const [piece, _id] of idsOf(report, written).entries()) {
    // Whole, also where it stands already: a sweep that is about to take it away sees that it is wanted again.
    await pieces.put({ _id, reportId: report, hash, text: text.slice(piece * longest, (piece + 1) * longest), at, loose: true })
  }
  return written
}

/** A step names it now. */
export async function settleSnapshot(unitId: string, month: string, written: Written): Promise<void> {
  await pieces.update({ _id: command.in(idsOf(reportId(unitId, month), written)), loose: true }, { loose: false })
}

export interface Wanted extends Written { unitId: string; month: string }

/** In the order in which they were asked for. */
export async function readSnapshots(wanted: readonly Wanted[]): Promise<Snapshot[]> {
  const ids = wanted.flatMap((one) => idsOf(reportId(one.unitId, one.month), one))
  const found = new Map<string, PieceRecord>()
  for (let i = 0; i < ids.length; i += 500) for (const piece of await pieces.all({ _id: command.in(ids.slice(i, i + 500)) }, perAnswer)) found.set(piece._id, piece)
  return wanted.map((one) => {
    const text = idsOf(reportId(one.unitId, one.month), one).map((id) => found.get(id)?.text ?? '').join('')
    if (hashOf(text) !== one.hash) throw new Error(`the snapshot ${one.hash} of ${reportId(one.unitId, one.month)} is not what was handed in`)
    return JSON.parse(text) as Snapshot
  })
}

/** Pieces of submissions that broke off are taken away, those that a step names are let be. `now` in ms. */
export async function sweepLoosePieces(now: number, most: number): Promise<void> {
  const before = new Date(now - wroteOff).toISOString()
  const loose = await pieces.list({ loose: true, at: command.lt(before) }, { fields: ['reportId', 'hash'], orderBy: [['at', 'asc']], limit: most })
  const reports = await findReports(loose.map((piece) => piece.reportId))
  const isNamed = (piece: PieceRecord) => reports.get(piece.reportId)?.steps.some((step) => step.what === 'submit' && step.hash === piece.hash) === true
  for (const piece of loose) {
    const same = { _id: piece._id, loose: true, at: command.lt(before) }
    await (isNamed(piece) ? pieces.update(same, { loose: false }) : pieces.remove(same))
  }
}
