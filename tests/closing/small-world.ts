/**
 * A street with two communities, a few people and facts, in memory, handled by the product's rules as its functions handle them: what is
 * read before a transaction is read in one step, and the transaction is another, with anything in between. `guard` stands for whyNot.
 */
import { correctionsOf } from '../../cloudfunctions/_shared/rules/closing/corrections'
import { countedHash, hashOf, linesOf, monthOfLines, withClosed, type Lines } from '../../cloudfunctions/_shared/rules/closing/frozen-month'
import { approvalOf, repeated, stateOf, submissionOf, type Act, type Step, type Submitted, type whyNot } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { figuresOfMonth, monthOf, type Month } from '../../cloudfunctions/_shared/rules/figures'
import type { EntryFacts, Facts } from '../../cloudfunctions/_shared/rules/held-sessions'

export const paths = { S: ['S'], A: ['S', 'A'], B: ['S', 'B'] } as const
export type UnitId = keyof typeof paths
export const unitIds = Object.keys(paths) as UnitId[]
export const months = ['2026-09', '2026-10', '2026-11'] as const
/** The 3rd of November: the first two are over. */
const now = Date.parse('2026-11-03T01:00:00.000Z')

/** Of a session of its unit in the month, or an entry. */
export interface Fact { id: string; unit: UnitId; month: string; what: 'came' | 'entry'; person: string; amount: number; live: boolean }
export type Guard = typeof whyNot

export interface Wish { act: Act; unit: UnitId; month: string }
/** What was read before the transaction. */
export interface Begun extends Wish { counted: string; lines: Lines; open: string[] }

export class SmallWorld {
  readonly facts: Fact[] = []
  readonly steps = new Map<string, Step[]>()
  readonly snapshots = new Map<string, string>()
  /** Who is an admin of what. */
  readonly admins: Record<UnitId, string[]> = { S: [], A: [], B: [] }
  constructor(readonly guard: Guard) {}

  stepsOf(unit: UnitId, month: string): Step[] {
    return this.steps.get(`${unit}:${month}`) ?? []
  }

  live(unit: UnitId, month: string): Month {
    return monthOf(this.plain(unit, month), { month, now })
  }

  /** As records/counted-month.ts: the topmost closed units from their snapshots, the rest as it is. */
  counted(unit: UnitId, month: string): Month {
    const below = unitIds.filter((one) => (paths[one] as readonly string[]).includes(unit) && stateOf(this.stepsOf(one, month)) === 'approved')
    const topmost = below.filter((one) => !below.some((above) => above !== one && (paths[one] as readonly string[]).includes(above)))
    return withClosed(this.live(unit, month), topmost.map((one) => ({ unitId: one, month: this.approved(one, month) })))
  }

  approved(unit: UnitId, month: string): Month {
    const steps = this.stepsOf(unit, month)
    const submission = submissionOf(steps, approvalOf(steps)?.n)
    const text = this.snapshots.get(submission?.hash ?? '') ?? ''
    if (hashOf(text) !== submission?.hash) throw new Error('an approval of nothing')
    return monthOfLines(JSON.parse(text) as Lines)
  }

  corrections(unit: UnitId, month: string) {
    return correctionsOf({ month, asOf: '' }, this.approved(unit, month), this.live(unit, month), { unitName: (path) => path.join('/'), entryNow: () => null })
  }

  begin(wish: Wish): Begun {
    const lines = linesOf(this.counted(wish.unit, wish.month), () => ({ unitId: '', note: null, rev: 1, loggedAt: '' }))
    const parts: UnitId[] = wish.unit === 'S' ? ['A', 'B'] : []
    return { ...wish, counted: countedHash(lines), lines, open: parts.filter((part) => stateOf(this.stepsOf(part, wish.month)) !== 'approved') }
  }

  /** The step that was taken, now or before; or the refusal. */
  finish({ act, unit, month, counted, lines, open }: Begun): Step | string {
    const steps = this.stepsOf(unit, month)
    const path = paths[unit] as readonly UnitId[]
    if (!path.some((one) => this.admins[one].includes(act.by))) return 'unit-not-found'
    const before = repeated(steps, act)
    if (before) return before
    const isRoot = unit === 'S'
    const above = isRoot ? path : path.slice(0, -1)
    const refusal = this.guard(steps, act, {
      monthIsOver: month < '2026-11', open, counted, isFromAbove: above.some((one) => this.admins[one].includes(act.by)), adminsOfRoot: isRoot ? this.admins.S : null,
    })
    if (refusal) return refusal
    const last = steps.filter((step): step is Submitted => step.what === 'submit').at(-1)
    const taken = { recordId: act.recordId, by: act.by, name: act.by, at: '', n: last?.n ?? 0, hash: last?.hash ?? '' }
    const step = this.stepOf(act, taken, { counted, lines })
    this.steps.set(`${unit}:${month}`, [...steps, step])
    return step
  }

  figures(month: Month): Record<string, number> {
    return Object.fromEntries(figuresOfMonth(month).map(({ name, value }) => [name, value ?? 0]))
  }

  private stepOf(act: Act, taken: Omit<Submitted, 'what' | 'counted' | 'pieces' | 'missing'>, { counted, lines }: Pick<Begun, 'counted' | 'lines'>): Step {
    if (act.what === 'send-back') return { ...taken, what: 'send-back', remarks: [] }
    if (act.what === 'approve') return { ...taken, what: 'approve', alone: act.alone, checkpoint: { chain: 'S', n: 1, hash: '' } }
    const text = JSON.stringify(lines)
    const hash = hashOf(text)
    this.snapshots.set(hash, text)
    return { ...taken, what: 'submit', n: taken.n + 1, hash, counted, pieces: 1, missing: [...act.missing] }
  }

  private plain(unit: UnitId, month: string): Facts {
    const facts = this.facts.filter((fact) => fact.month === month && (paths[fact.unit] as readonly string[]).includes(unit))
    const came = facts.filter((fact) => fact.what === 'came')
    const sessionOf = (fact: Fact) => `${fact.unit}-${fact.month}-s1`
    const events = unitIds.filter((one) => came.some((fact) => fact.unit === one)).map((one) => ({
      _id: `${one}-${month}`, kind: 'talk' as const, title: '讲座', placeName: '活动室', path: paths[one], countOnly: false, status: 'published', organisers: [],
      sessions: [{ id: `${one}-${month}-s1`, startsAt: `${month}-02T01:00:00.000Z`, on: `${month}-02`, month, held: false }],
    }))
    return {
      events, walkIns: [], headcounts: [],
      attendance: came.map((fact) => ({ sessionId: sessionOf(fact), path: paths[fact.unit], personKey: fact.person, marks: { m: { present: fact.amount, at: '' } }, undone: fact.live ? {} : { m: {} } })),
      entries: facts.filter((fact) => fact.what === 'entry').map((fact): EntryFacts => ({ _id: fact.id, indicator: 'banners_hung', quantity: fact.amount, softness: 'exact', on: `${month}-02`, month, path: paths[fact.unit], withdrawn: !fact.live })),
    }
  }
}
