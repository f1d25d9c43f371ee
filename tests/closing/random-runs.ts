/**
 * Random histories of a street's months: people of every role do anything, at any moment, twice and out of order, while facts come, change and
 * are taken back. Beside them stands an oracle that knows none of the product's rules: it adds the facts up itself, and says in words of its own
 * what may happen. Throws where they differ, with the seed and the history.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { randomOf } from './random'
import { months, paths, SmallWorld, unitIds, type Begun, type Fact, type Guard, type UnitId, type Wish } from './small-world'

const people = ['street-1', 'street-2', 'a-1', 'a-2', 'b-1', 'nobody'] as const
type Sums = Record<string, number>

interface Paper { n: number; by: string; hash: string; sums: Sums; counted: string; missing: readonly string[] }
/** What the oracle knows of one unit's month. */
interface Known { state: 'draft' | 'submitted' | 'returned' | 'approved'; acts: number; papers: Paper[]; approved: { hash: string; sums: Sums; counted: string } | null }

/** What a run has seen, so that nobody praises runs in which nothing happens. */
export interface Seen { approved: number; refused: number; corrected: number }

export function runOnce(seed: number, acts: number, guard: Guard): Seen {
  const history: string[] = []
  try {
    const run = new Run(seed, guard, history)
    run.go(acts)
    return run.seen
  } catch (failure) {
    throw new Error(`seed ${seed}: ${(failure as Error).message}\n${history.join('\n')}`, { cause: failure })
  }
}

class Run {
  readonly seen: Seen = { approved: 0, refused: 0, corrected: 0 }
  private readonly random: () => number
  private readonly world: SmallWorld
  private readonly known = new Map<string, Known>()
  private readonly pending: { begun: Begun; sums: Sums; counted: string; open: string[] }[] = []
  private readonly sent: Wish[] = []
  private made = 0

  constructor(seed: number, guard: Guard, private readonly history: string[]) {
    this.random = randomOf(seed)
    this.world = new SmallWorld(guard)
    const { admins } = this.world
    admins.S.push('street-1')
    if (this.random() < 0.5) admins.S.push('street-2')
    admins.A.push('a-1', 'a-2')
    admins.B.push('b-1')
  }

  go(acts: number): void {
    for (let n = 0; n < acts; n += 1) {
      const dice = this.random()
      if (dice < 0.2) this.happens()
      else if (dice < 0.8) this.begins()
      else if (dice < 0.97) this.finishes()
      else this.rolesChange()
      this.closedStaysClosed()
    }
    while (this.pending.length > 0) this.finishes()
    this.everythingAddsUp()
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)]!
  }

  private happens(): void {
    const { facts } = this.world
    const old = facts.length > 0 && this.random() < 0.4 ? this.pick(facts) : null
    if (old) {
      if (old.what === 'entry' && this.random() < 0.5) old.amount += 1
      else old.live = !old.live
      return void this.history.push(`fact ${old.id} is ${old.live ? old.amount : 'taken back'}`)
    }
    const fact: Fact = { id: `f${facts.length}`, unit: this.pick(unitIds), month: this.pick(months), what: this.pick(['came', 'entry']), person: `p${Math.floor(this.random() * 4)}`, amount: 1 + Math.floor(this.random() * 3), live: true }
    if (fact.what === 'came' && facts.some((one) => one.what === 'came' && one.unit === fact.unit && one.month === fact.month && one.person === fact.person)) return
    facts.push(fact)
    this.history.push(`fact ${JSON.stringify(fact)}`)
  }

  private rolesChange(): void {
    const { admins } = this.world
    admins.S = admins.S.includes('street-2') ? ['street-1'] : ['street-1', 'street-2']
    this.history.push(`the street's admins are ${admins.S.join(' ')}`)
  }

  private begins(): void {
    const again = this.sent.length > 0 && this.random() < 0.15
    const wish = again ? this.pick(this.sent) : this.wish()
    if (!again) this.sent.push(wish)
    const { unit, month } = wish
    // What the oracle saw at the same moment.
    this.pending.push({ begun: this.world.begin(wish), sums: this.sums(unit, month), counted: this.facts(unit, month), open: this.open(unit, month) })
    this.history.push(`${again ? 'again ' : ''}${unit} ${month} ${JSON.stringify(wish.act)} begins`)
    if (this.random() < 0.75) this.finishes(this.pending.length - 1)
  }

  private wish(): Wish {
    const unit = this.pick(unitIds)
    // Mostly the month in which something can be done.
    const month = this.random() < 0.9 ? months[0] : this.pick(months)
    const { acts, papers, state } = this.of(unit, month)
    const recordId = `r${(this.made += 1)}`
    const by = this.random() < 0.7 ? this.pick(unit === 'B' ? ['b-1', 'street-1', 'street-2'] : unit === 'A' ? ['a-1', 'street-1', 'street-2'] : ['street-1', 'street-2']) : this.pick(people)
    const hash = this.random() < 0.9 ? papers.at(-1)?.hash ?? '' : this.pick(papers)?.hash ?? 'another'
    const what = state === 'submitted' ? this.pick(['approve', 'approve', 'send-back', 'submit'] as const) : this.pick(['submit', 'submit', 'submit', 'approve', 'send-back'] as const)
    const act: Act = what === 'submit'
      ? { what, recordId, by, steps: this.random() < 0.9 ? acts : Math.floor(this.random() * 4), missing: unit === 'S' ? this.open(unit, month).filter(() => this.random() < 0.8) : [] }
      : what === 'approve' ? { what, recordId, by, hash, alone: this.random() < 0.25 } : { what, recordId, by, hash }
    return { act, unit, month }
  }

  private finishes(at = Math.floor(this.random() * this.pending.length)): void {
    const [one] = this.pending.splice(at, 1)
    if (!one) return
    const { begun, sums, counted, open } = one
    const { act, unit, month } = begun
    const known = this.of(unit, month)
    const isRepeat = this.world.stepsOf(unit, month).some((step) => step.recordId === act.recordId)
    const allowed = !isRepeat && this.may(act, unit, month, { counted, open })
    const outcome = this.world.finish(begun)
    this.history.push(`${unit} ${month} ${act.what} by ${act.by}: ${typeof outcome === 'string' ? outcome : isRepeat ? 'as before' : 'done'}`)
    if (isRepeat) {
      if (this.world.stepsOf(unit, month).length !== known.acts) throw new Error('a repeat was counted twice')
      return
    }
    if (allowed !== (typeof outcome !== 'string')) throw new Error(`the oracle says ${allowed ? 'may' : 'may not'}, the product ${typeof outcome === 'string' ? outcome : 'did it'}`)
    if (typeof outcome === 'string') return void (this.seen.refused += 1)
    known.acts += 1
    if (act.what === 'submit') {
      known.state = 'submitted'
      known.papers.push({ n: known.papers.length + 1, by: act.by, hash: outcome.hash, sums, counted, missing: act.missing })
      if (outcome.n !== known.papers.length) throw new Error('a number was skipped')
    } else if (act.what === 'send-back') known.state = 'returned'
    else {
      const paper = known.papers.at(-1)!
      known.state = 'approved'
      this.seen.approved += 1
      known.approved = { hash: paper.hash, sums: paper.sums, counted: paper.counted }
      if (outcome.hash !== act.hash) throw new Error('another snapshot was approved than the one that was read')
    }
  }

  /** In plain words, from the product's description alone. */
  private may(act: Act, unit: UnitId, month: string, seen: { counted: string; open: string[] }): boolean {
    const { state, acts, papers } = this.of(unit, month)
    const street = this.world.admins.S
    const isAdmin = street.includes(act.by) || (unit !== 'S' && this.world.admins[unit].includes(act.by))
    if (!isAdmin || state === 'approved') return false
    if (act.what === 'submit') return month !== '2026-11' && act.steps === acts && seen.open.every((part) => act.missing.includes(part))
    const paper = papers.at(-1)
    if (state !== 'submitted' || !paper || paper.hash !== act.hash || !street.includes(act.by)) return false
    if (act.what === 'send-back') return act.by !== paper.by
    const isOnly = unit === 'S' && street.length === 1 && paper.by === act.by
    if (act.alone ? !isOnly : act.by === paper.by) return false
    return seen.open.every((part) => paper.missing.includes(part)) && seen.counted === paper.counted
  }

  private of(unit: UnitId, month: string): Known {
    const key = `${unit}:${month}`
    const known = this.known.get(key) ?? { state: 'draft', acts: 0, papers: [], approved: null }
    this.known.set(key, known)
    return known
  }

  private open(unit: UnitId, month: string): string[] {
    return unit === 'S' ? (['A', 'B'] as const).filter((part) => this.of(part, month).state !== 'approved') : []
  }

  /** Every single thing that counts, as text; of what is closed what was approved. */
  private facts(unit: UnitId, month: string): string {
    const { approved } = this.of(unit, month)
    if (approved) return approved.counted
    const own = this.world.facts.filter((fact) => fact.unit === unit && fact.month === month && fact.live).map(({ id, person, amount }) => `${id} ${person} ${amount}`).sort()
    const below = unit === 'S' ? (['A', 'B'] as const).map((part) => this.facts(part, month)) : []
    // Of a closed part its facts are told one by one in the same words, so both are one list.
    return [...own, ...below.flatMap((text) => text.split('\n'))].filter((line) => line !== '').sort().join('\n')
  }

  private sums(unit: UnitId, month: string): Sums {
    return sumsOf(this.facts(unit, month), this.world.facts)
  }

  private closedStaysClosed(): void {
    for (const [key, { approved, state }] of this.known) {
      const [unit, month] = key.split(':') as [UnitId, string]
      const steps = this.world.stepsOf(unit, month)
      const approvals = steps.filter((step) => step.what === 'approve')
      if ((approved === null) !== (approvals.length === 0) || approvals.length > 1 || (state === 'approved') !== (steps.at(-1)?.what === 'approve')) throw new Error(`${key} is approved in one world only`)
      if (approved && approvals[0]?.hash !== approved.hash) throw new Error(`the approved hash of ${key} changed`)
    }
  }

  private everythingAddsUp(): void {
    for (const month of months) {
      for (const unit of unitIds) {
        const counted = this.world.counted(unit, month)
        const [is, ought] = [this.world.figures(counted), this.sums(unit, month)]
        if (!isDeepStrictEqual(is, ought)) throw new Error(`${unit} ${month} prints ${JSON.stringify(is)}, the facts say ${JSON.stringify(ought)}`)
        if (this.of(unit, month).approved) this.correctionsAddUp(unit, month, is)
      }
      if (this.of('S', month).approved) continue
      const parts = unitIds.map((unit) => this.world.figures(unit === 'S' ? ownOnly(this.world.counted('S', month)) : this.world.counted(unit, month)))
      for (const name of ['talk_attendances', 'banners_hung']) {
        const sum = parts.reduce((total, part) => total + (part[name] ?? 0), 0)
        if (sum !== (this.world.figures(this.world.counted('S', month))[name] ?? 0)) throw new Error(`${name} of ${month} does not add up`)
      }
    }
  }

  /** What was approved and its corrections are together the facts. */
  private correctionsAddUp(unit: UnitId, month: string, approved: Sums): void {
    const corrections = this.world.corrections(unit, month)
    if (corrections) this.seen.corrected += 1
    const moved = (what: string) => (corrections?.lines ?? []).filter((line) => line.what === what).reduce((sum, { was, now }) => sum + (now?.value ?? 0) - (was?.value ?? 0), 0)
    const live = this.world.facts.filter((fact) => fact.live && fact.month === month && (paths[fact.unit] as readonly string[]).includes(unit))
    const sumNow = (what: Fact['what']) => live.filter((fact) => fact.what === what).reduce((sum, fact) => sum + fact.amount, 0)
    for (const [name, what, line] of [['talk_attendances', 'came', 'session'], ['banners_hung', 'entry', 'entry']] as const) {
      if ((approved[name] ?? 0) + moved(line) !== sumNow(what)) throw new Error(`${name} of ${unit} ${month}: approved ${approved[name] ?? 0} and corrections ${moved(line)} are not ${sumNow(what)}`)
    }
  }
}

function ownOnly(month: ReturnType<SmallWorld['counted']>): ReturnType<SmallWorld['counted']> {
  return { ...month, held: month.held.filter(({ event }) => event.path.length === 1), entries: month.entries.filter(({ path }) => path.length === 1) }
}

/** Added up by hand from lines `fact person amount`. */
function sumsOf(text: string, facts: readonly Fact[]): Sums {
  const lines = text.split('\n').filter((line) => line !== '').map((line) => line.split(' ') as [string, string, string])
  const of = (id: string) => facts.find((fact) => fact.id === id)!
  const came = lines.filter(([id]) => of(id).what === 'came')
  const entries = lines.filter(([id]) => of(id).what === 'entry')
  const people = new Set(came.map(([, person]) => person)).size
  const sessions = new Set(came.map(([id]) => of(id).unit)).size
  const sum = (some: typeof lines) => some.reduce((total, [, , amount]) => total + Number(amount), 0)
  return {
    ...(came.length > 0 && { talk_held: sessions, talk_attendances: sum(came), talk_attendees: people, attendees: people }),
    ...(entries.length > 0 && { banners_hung: sum(entries) }),
  }
}
