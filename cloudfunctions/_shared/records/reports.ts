/**
 * `reports/<unit>:<month>`: the way of a month's report (rules/closing/way-up.ts). A step is taken in one transaction with its entry in the
 * audit, and everything that it rests on but the facts is read there again. `closed` once approved, and never otherwise again.
 */
import { command } from '../cloud'
import { repeated, stateOf, whyNot, type Act, type Approved, type Ground, type Refusal, type Step, type Submitted, type SentBack } from '../rules/closing/way-up'
import type { Checkpoint } from '../rules/audit-chain'
import { audited } from './audit'
import { collection } from './collection'
import { adminsIn, grantsNow, holdingIn } from './grants'
import { inTransaction, type Transaction } from './transaction'

export interface ReportRecord {
  _id: string
  unitId: string
  month: string
  /** Root … unit. */
  path: string[]
  steps: Step[]
  closed: boolean
  /** Closed, and the names at the door may still stand (they go right after the closing). */
  namesDue: boolean
  /** Somebody has changed its words (report-texts.ts). Absent: nobody. */
  written?: boolean
  /** Closed, and the kept totals do not say so yet (records/to-count.ts). */
  toCount?: boolean
  /** How many facts came while it waited for its approval (records/outcome-of-month.ts). Absent: none. */
  arrivals?: number
}

const reports = collection<ReportRecord>('reports')

/** Before any step. */
export function untakenReport(unit: { _id: string; path: readonly string[] }, month: string): ReportRecord {
  return { _id: reportId(unit._id, month), unitId: unit._id, month, path: [...unit.path], steps: [], closed: false, namesDue: false }
}

export const reportId = (unitId: string, month: string): string => `${unitId}:${month}`

export const findReport = (unitId: string, month: string) => reports.find(reportId(unitId, month))

export async function stepsOf(unitId: string, month: string): Promise<Step[]> {
  return (await findReport(unitId, month))?.steps ?? []
}

export const findReports = reports.findMany

/** Of the unit and everything below it, closed or on their way. */
export function reportsBelow(unitId: string, months: readonly string[]): Promise<ReportRecord[]> {
  return reports.all({ path: unitId, month: command.in([...months]) }, 200)
}

/** Is the month closed for a fact of this path: for its unit or for one above it? One operation. */
export async function isClosed(path: readonly string[], month: string): Promise<boolean> {
  return (await reports.list({ _id: command.in(idsOn({ path, month })), closed: true }, { fields: ['closed'], limit: 1 })).length > 0
}

/** Reports of these months, of the unit of each path or one above it, that are closed or wait for their approval. One operation. */
export async function closedOrHandedIn(of: readonly { path: readonly string[]; month: string }[]): Promise<string[]> {
  const found = await reports.list({ _id: command.in(of.flatMap(idsOn)) }, { fields: ['closed', 'steps.what'] })
  return found.flatMap(({ _id, closed, steps }) => (closed || stateOf(steps) === 'submitted' ? [_id] : []))
}

function idsOn({ path, month }: { path: readonly string[]; month: string }): string[] {
  return path.map((unitId) => reportId(unitId, month))
}

type NotTaken = Refusal | 'unit-not-found' | 'arrived-meanwhile'

type Said<S extends Step> = Omit<S, 'recordId' | 'what' | 'by' | 'name' | 'at' | 'n' | 'hash' | 'alone' | 'checkpoint' | 'missing'>

export interface Taking {
  unit: { _id: string; path: readonly string[] }
  month: string
  act: Act
  /** Read before: what is closed stays closed, and the facts may change at any moment, before the approval or after it. */
  ground: Pick<Ground, 'monthIsOver' | 'open' | 'counted'>
  /** What a submission brings along, and what is remarked. */
  submission?: Said<Submitted> & { hash: string }
  remarks?: SentBack['remarks']
  /** Of a submission: `rev` of the words that it holds; null: nobody has edited them. Words that changed since are not handed in unseen. */
  textRev?: number | null
  /** Of an approval: what `arrivals` said before the figures were counted. */
  arrivals?: number
  at: string
}

/** The step, taken now or before; or why not. `arrived-meanwhile`: what was counted is out of date. Throws NoKeys before anything is written. */
export function takeStep({ unit, month, act, ground, submission, remarks, textRev, arrivals, at }: Taking): Promise<Step | NotTaken> {
  const id = reportId(unit._id, month)
  return inTransaction(async (transaction): Promise<Step | NotTaken> => {
    const known = await transaction.find<ReportRecord>('reports', id)
    const steps = known?.steps ?? []
    const grants = await grantsNow(transaction, unit.path)
    const call = `reports/${act.what}`
    const holding = holdingIn(grants, act.by, call)
    if (!holding) return 'unit-not-found'
    const before = repeated(steps, act)
    if (before) return before
    const isRoot = unit.path.length === 1
    const above = isRoot ? grants : grants.filter(({ _id }) => _id !== unit._id)
    const refusal = whyNot(steps, act, { ...ground, isFromAbove: holdingIn(above, act.by, call) !== null, adminsOfRoot: isRoot ? adminsIn(grants[0] ?? null) : null })
    if (refusal) return refusal
    if (arrivals !== undefined && arrivals !== (known?.arrivals ?? 0)) return 'arrived-meanwhile'
    if (textRev !== undefined && !(await handsIn(transaction, id, textRev))) return 'changed-meanwhile'

    const last = steps.filter((step): step is Submitted => step.what === 'submit').at(-1)
    const taken = { recordId: act.recordId, by: act.by, name: holding.name, at }
    const about = { n: last?.n ?? 0, hash: last?.hash ?? '' }
    const facts = { month, n: act.what === 'submit' ? about.n + 1 : about.n, hash: act.what === 'submit' ? submission!.hash : about.hash }
    const news = act.what === 'approve' ? { ...facts, alone: act.alone, closes: true } : act.what === 'send-back' ? { ...facts, remarks: remarks!.length } : { ...facts, missing: act.missing.length }
    const checkpoint = await audited(transaction, unit.path, { action: call, by: act.by, about: id, facts: news }, at)
    const step: Step = act.what === 'submit' ? { ...taken, what: 'submit', ...submission!, n: about.n + 1, missing: [...act.missing] }
      : act.what === 'send-back' ? { ...taken, what: 'send-back', ...about, remarks: remarks! }
        : { ...taken, what: 'approve', ...about, alone: act.alone, checkpoint } satisfies Approved
    const closes = step.what === 'approve'
    if (known) await transaction.update('reports', id, { steps: command.push([step]), ...(closes && { closed: true, namesDue: true, toCount: true }) })
    else await transaction.add('reports', { ...untakenReport(unit, month), steps: [step], closed: closes, namesDue: closes, ...(closes && { toCount: true }) })
    return step
  })
}

/**
 * Are these the words as they stand? What was only laid down nobody has written: it is drafted anew. Written into their document, so that a
 * change of them at the same moment and this stand in each other's way.
 */
async function handsIn(transaction: Transaction, id: string, textRev: number | null): Promise<boolean> {
  const text = await transaction.find<{ _id: string; rev: number; version: { by: string | null } }>('report-texts', id)
  if (text) await transaction.update('report-texts', id, { handedIn: text.rev })
  return (text && text.version.by !== null ? text.rev : null) === textRev
}

/** Where the audit stood at each approval, as the approved report prints it. */
export async function printedCheckpoints(): Promise<Checkpoint[]> {
  return (await reports.all({ closed: true }, 200, ['steps'])).flatMap(({ steps }) => steps.flatMap((step) => (step.what === 'approve' ? [step.checkpoint] : [])))
}

export function closedWithNamesDue(most: number): Promise<ReportRecord[]> {
  return reports.list({ namesDue: true }, { orderBy: [['_id', 'asc']], limit: most })
}

export async function namesAreSettled(id: string): Promise<void> {
  await reports.update({ _id: id, namesDue: true }, { namesDue: false })
}
