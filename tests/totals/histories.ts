/**
 * Random histories of small streets in a running cloud, written by the records that the functions use: people come, are undone, counted, called off; entries are written late,
 * corrected, withdrawn; a grid moves; people are forgotten; facts are tagged with a campaign; months are closed; and the keeping of totals runs in between, is broken off and runs twice at once. At the end every cell of every
 * unit and month has to be what the oracle counts, what the rules count, and what a rebuild from nothing counts.
 */
import type { Cloud } from '../../emulator/cloud/start-cloud'
import { eventKindNames } from '../../contract/events/kinds'
import { indicatorNames } from '../../contract/work/indicators'
import { keepTotals } from '../../cloudfunctions/_shared/keeping/keep-totals'
import { markAttendance, undoAttendance } from '../../cloudfunctions/_shared/records/attendance'
import { keepHeadcount, keepWalkIn, undoHeadcount, undoWalkIn } from '../../cloudfunctions/_shared/records/counts'
import { calledOff } from '../../cloudfunctions/_shared/records/event-changes'
import { eventRecord, moveEvent, setHeld, type EventRecord } from '../../cloudfunctions/_shared/records/events'
import { headcountRecord, walkInRecord, workEntryRecord, type WorkEntryRecord } from '../../cloudfunctions/_shared/records/facts'
import type { Ahead } from '../../cloudfunctions/_shared/records/outcome-of-month'
import { findUnitWithChildren, unitRecord, type UnitRecord } from '../../cloudfunctions/_shared/records/units'
import { addVersion, addWorkEntryOnce } from '../../cloudfunctions/_shared/records/work-entries'
import { writeSnapshot } from '../../cloudfunctions/_shared/records/snapshots'
import { shownOf } from '../../cloudfunctions/_shared/records/counted-month'
import { partsOf } from '../../cloudfunctions/_shared/records/unit-month-parts'
import { instant } from '../../cloudfunctions/_shared/rules/calendar'
import { countedHash, linesOf } from '../../cloudfunctions/_shared/rules/closing/frozen-month'
import { placeIn, withMove } from '../../cloudfunctions/_shared/rules/unit-place'
import { countedTotals } from '../../cloudfunctions/totals/counted-totals'
import { keptTotals } from '../../cloudfunctions/totals/kept-totals'
import { draftOfMonth } from '../../cloudfunctions/reports/draft-of-month'
import { chance, type Chance } from '../fleet/sim/chance'
import { cellsOfFigures, inOrder, inText, valuesOf } from './cells'
import { callNameOf, erase } from './erased'
import { Tagging } from './tagging'
import { cellsOf, itemsOf, type Documents, type Item } from './oracle'

export const months = ['2026-09', '2026-10', '2026-11'] as const
const begins = Date.parse('2026-09-03T01:00:00.000Z')
const ends = Date.parse('2026-12-05T01:00:00.000Z')
const clocks = { device: instant(begins), offsetMs: 0, received: instant(begins) }
const softnesses = ['exact', 'exact', 'exact', 'over', 'many', 'near', 'about', 'thousand'] as const

export class History {
  readonly units: Record<'R' | 'A' | 'B' | 'A1' | 'A2' | 'B1', UnitRecord>
  readonly events: EventRecord[] = []
  readonly entries: { id: string; rev: number }[] = []
  readonly made: { what: 'walk-in' | 'headcount'; recordId: string; event: EventRecord; session: EventRecord['sessions'][number] }[] = []
  /** Approved: what counted then, by unit and month. */
  readonly frozen = new Map<string, { path: string[]; items: Item[] }>()
  readonly tagging: Tagging
  /** How often each of the six was forgotten: she comes again under another key. */
  private readonly forgotten = new Map<number, number>()
  readonly chance: Chance
  now = begins
  private count = 0

  constructor(readonly cloud: Cloud, readonly name: string, seed: number) {
    this.chance = chance(seed)
    const R = unitRecord(null, { id: `${name}-R`, name: '街道', level: 'street', order: 1 })
    const [A, B] = ['A', 'B'].map((id, n) => unitRecord(R, { id: `${name}-${id}`, name: id, level: 'community', order: n })) as [UnitRecord, UnitRecord]
    const grid = (of: UnitRecord, id: string, order: number) => unitRecord(of, { id: `${name}-${id}`, name: id, level: 'grid', order })
    this.units = { R, A, B, A1: grid(A, 'A1', 1), A2: grid(A, 'A2', 2), B1: grid(B, 'B1', 1) }
    cloud.db.insertMany('units', Object.values(this.units))
    this.tagging = new Tagging(cloud, R)
  }

  get erased(): number {
    return [...this.forgotten.values()].reduce((sum, one) => sum + one, 0)
  }
  private keyOf(person: number): string {
    return `p-${this.name}-${person}-${this.forgotten.get(person) ?? 0}`
  }

  private id(what: string): string {
    return `${this.name}-${what}${(this.count += 1)}`
  }
  private recordId(): string {
    return `${this.name}-record-${String((this.count += 1)).padStart(8, '0')}`
  }
  private day(): string {
    return `${this.chance.oneOf(months)}-${String(this.chance.between(1, 28)).padStart(2, '0')}`
  }
  private when(): string {
    return instant(begins + this.chance.between(0, 40) * 3_600_000)
  }

  plan(): void {
    const { chance } = this
    const host = chance.oneOf(Object.values(this.units))
    const starts = Array.from({ length: chance.between(1, 3) }, () => `${this.day()}T${String(chance.between(1, 15)).padStart(2, '0')}:30:00.000Z`)
    const kind = chance.happens(0.3) ? 'training_class' : chance.oneOf(eventKindNames)
    const event = eventRecord({ ...host, ...placeIn(host, months[0]) }, {
      id: this.id('event'), kind, title: '活动', placeName: '活动室', organisers: [], programme: [], partyLimit: 6, countOnly: chance.happens(0.1), campaignId: chance.happens(0.2) ? chance.oneOf([this.tagging.whole, this.tagging.part]) : undefined, sessions: starts.map((startsAt) => ({ startsAt, endsAt: startsAt })),
    }, { by: 'p', at: instant(begins) })
    const record: EventRecord = { ...event, status: 'published', publishedAt: instant(begins), toCount: true }
    this.cloud.db.insertMany('events', [record])
    this.events.push(record)
  }

  async act(): Promise<void> {
    const { chance } = this
    if (this.events.length === 0) return this.plan()
    const event = chance.oneOf(this.events)
    const session = chance.oneOf(event.sessions)
    const who = chance.between(1, 6)
    const person = this.keyOf(who)
    const from = { at: this.when(), source: 'tap' as const, by: 'p', clocks }
    const undone = { at: this.when(), by: 'p', clocks }
    const recordId = this.recordId()
    await chance.oneOf<() => unknown>([
      () => this.plan(),
      ...Array<() => unknown>(5).fill(() => markAttendance(event, session, person, { recordId, mark: { ...from, present: chance.between(1, 5) } }, this.ahead(session.month))),
      () => this.undo(event, session, person, undone),
      () => {
        this.made.push({ what: 'walk-in', recordId, event, session })
        return keepWalkIn(walkInRecord(event, session, { ...from, recordId, people: chance.between(1, 9), line: chance.happens(0.4) ? chance.between(1, 2) : null, callName: chance.happens(0.5) ? callNameOf(person) : null }), { open: true, ahead: this.ahead(session.month) })
      },
      () => {
        this.made.push({ what: 'headcount', recordId, event, session })
        return keepHeadcount(headcountRecord(event, session, { ...from, recordId, people: chance.between(1, 40), softness: chance.oneOf(softnesses), area: chance.happens(0.4) ? chance.oneOf(['东', '西']) : null }), { open: true, ahead: this.ahead(session.month) })
      },
      () => this.takeBack(undone),
      () => setHeld(event, session.id, chance.happens(0.8), undone),
      () => (chance.happens(0.3) ? moveEvent(event._id, ['published'], calledOff({ by: 'p', at: instant(this.now), reason: '雨' })) : undefined),
      ...Array<() => unknown>(3).fill(() => this.log()),
      ...Array<() => unknown>(2).fill(() => this.correct()),
      () => this.move(),
      () => this.bring(),
      () => this.forget(who),
      ...Array<() => unknown>(2).fill(() => this.tag()),
    ])()
  }

  private async undo(event: EventRecord, session: EventRecord['sessions'][number], person: string, undone: { at: string; by: string; clocks: typeof clocks }): Promise<void> {
    const [known] = this.cloud.db.find('attendance', { _id: `${session.id}:${person}` })
    const marks = Object.keys((known?.marks ?? {}) as object)
    await undoAttendance(event, session, person, { marks: marks.length > 0 ? marks : [this.recordId()], undone, at: undone.at, ahead: this.ahead(session.month) })
  }

  private async takeBack(undone: { at: string; by: string; clocks: typeof clocks }): Promise<void> {
    if (this.made.length === 0) return
    const { what, recordId, event, session } = this.chance.oneOf(this.made)
    await (what === 'walk-in' ? undoWalkIn : undoHeadcount)(event, session, recordId, undone, { at: undone.at, ahead: this.ahead(session.month) })
  }

  /** Whether a report waits for its approval decides only how its month's facts are written. */
  private ahead(month: string): Ahead {
    return this.chance.happens(0.1) ? { reports: [`yuyin:${month}`], call: 'work/log', month, at: instant(this.now) } : null
  }

  private pathOn(unit: UnitRecord, on: string): string[] {
    const [now] = this.cloud.db.find('units', { _id: unit._id }) as unknown as [UnitRecord]
    return placeIn(now, on.slice(0, 7)).path
  }

  private async log(): Promise<void> {
    const { chance } = this
    const [unit, on, recordId] = [chance.oneOf(Object.values(this.units)), this.day(), this.recordId()]
    const quantity = chance.happens(0.2) ? null : chance.between(1, 400)
    this.entries.push({ id: recordId, rev: 1 })
    await addWorkEntryOnce(workEntryRecord({
      recordId, indicator: chance.happens(0.2) ? 'people_reached' : chance.oneOf(indicatorNames), quantity, softness: chance.oneOf(softnesses), on, unitId: unit._id, path: this.pathOn(unit, on), note: null, eventId: this.events.length > 0 && chance.happens(0.2) ? chance.oneOf(this.events)._id : null,
      by: 'p', loggedAt: instant(this.now), clocks, dayConfirmed: false,
    }), this.ahead(on.slice(0, 7)))
  }

  private async correct(): Promise<void> {
    if (this.entries.length === 0) return
    const { chance } = this
    const entry = chance.oneOf(this.entries)
    const [record] = this.cloud.db.find('work-entries', { _id: entry.id }) as unknown as [WorkEntryRecord]
    const unit = Object.values(this.units).find(({ _id }) => _id === record.unitId)!
    const on = chance.happens(0.5) ? this.day() : record.on
    const version = { recordId: this.recordId(), quantity: chance.between(1, 90), softness: chance.oneOf(softnesses), on, withdrawn: chance.happens(0.3), reason: '数错了', by: 'p', at: instant(this.now), clocks, dayConfirmed: false }
    if (await addVersion(entry.id, entry.rev, version, this.pathOn(unit, on), { at: version.at, ahead: this.ahead(on.slice(0, 7)) })) entry.rev += 1
  }

  private async forget(who: number): Promise<void> {
    const { chance, cloud, now } = this
    const personKey = this.keyOf(who)
    this.forgotten.set(who, (this.forgotten.get(who) ?? 0) + 1)
    await erase(cloud, personKey, { communityId: this.units.A._id, events: this.events.filter(() => chance.happens(0.5)), now })
  }

  private tag(): Promise<void> {
    const event = this.chance.oneOf(this.events)
    const entry = this.entries.length > 0 && this.chance.happens(0.5) ? this.chance.oneOf(this.entries) : null
    return this.tagging.tag(entry ? { what: 'entry', factId: entry.id, path: [this.units.R._id] } : { what: 'event', factId: event._id, path: event.path }, this.chance)
  }

  /** A grid comes under the other community, from the first of a month on that has not begun. */
  private move(): void {
    const grid = this.units.A1
    const from = months.find((month) => Date.parse(`${month}-01T00:00:00.000Z`) - 8 * 3_600_000 > this.now)
    const [now] = this.cloud.db.find('units', { _id: grid._id }) as unknown as [UnitRecord]
    if (!from || now.next) return
    const moved = withMove(now, instant(this.now).slice(0, 7), { parentId: this.units.B._id, path: [...this.units.B.path, grid._id], order: 9, from })
    this.cloud.db.update('units', { _id: grid._id }, { $set: { next: moved.next, before: moved.before ?? [] } })
  }

  /** 引用数, once more or withdrawn: beside what is counted and in no sum. */
  private bring(): void {
    const { chance } = this
    const [unit, month, indicator] = [chance.oneOf(Object.values(this.units)), chance.oneOf(months), chance.oneOf(indicatorNames)]
    const _id = `${unit._id}:${month}:${indicator}`
    const said = { hundredths: chance.between(1, 900) * 100, softness: chance.oneOf(softnesses), overlap: chance.happens(0.5) ? 'apart' : null, withdrawn: chance.happens(0.2), toCount: true }
    if (this.cloud.db.update('imported', { _id }, { $set: said }) > 0) return
    this.cloud.db.insertMany('imported', [{ _id, unitId: unit._id, path: this.pathOn(unit, `${month}-01`), indicator, period: month, from: month, to: month, ...said, source: { kind: 'system', name: '平台' }, file: null, fileDue: false, rev: 1, versions: [] }])
  }

  /** As submit and approve do it, in one go. */
  async close(): Promise<void> {
    const month = this.chance.oneOf(months)
    const unit = this.chance.oneOf([this.units.A, this.units.B, this.units.R])
    const id = `${unit._id}:${month}`
    if (this.frozen.has(id) || instant(this.now).slice(0, 7) <= month) return
    const { report: { asOf: _, handedIn: __, ...report }, counted } = await draftOfMonth(unit, { month, now: this.now })
    const lines = linesOf(counted.month, shownOf)
    const at = instant(this.now)
    const written = await writeSnapshot(unit._id, month, { report, parts: await partsOf(unit, month, counted.month), lines }, at)
    const step = { recordId: this.recordId(), by: 'p', name: '林', at, n: 1, hash: written.hash }
    this.frozen.set(id, { path: unit.path, items: this.counting(unit._id, month) })
    this.cloud.db.insertMany('reports', [{
      _id: id, unitId: unit._id, month, path: unit.path, closed: true, namesDue: false, toCount: true,
      steps: [{ ...step, what: 'submit', counted: countedHash(lines), pieces: written.pieces, missing: [] }, { ...step, what: 'approve', alone: true, checkpoint: { chain: 'c', n: 1, hash: '' } }],
    }])
  }

  private documents(): Documents {
    const of = (name: string) => this.cloud.db.find(name, { path: this.units.R._id })
    return { events: of('events'), attendance: of('attendance'), walkIns: of('walk-ins'), headcounts: of('headcounts'), entries: of('work-entries') } as unknown as Documents
  }

  /** What counts for the unit: of what is closed at the topmost place what was approved, of everything else what stands. */
  private counting(unitId: string, month: string): Item[] {
    const closed = [...this.frozen].filter(([id, { path }]) => id.endsWith(`:${month}`) && path.includes(unitId)).map(([id, one]) => ({ unitId: id.slice(0, -month.length - 1), ...one }))
    const topmost = closed.filter((one) => !closed.some((above) => above !== one && one.path.includes(above.unitId)))
    const live = itemsOf(this.documents(), month, this.now).filter(({ path }) => path.includes(unitId) && !topmost.some((one) => path.includes(one.unitId)))
    return [...live, ...topmost.flatMap(({ items }) => items)]
  }

  /** Every cell of every unit and month that is not the same in all three countings. */
  async differences(alsoByTheRules: boolean): Promise<string[]> {
    const wrong: string[] = []
    // By the rules one month of each history: that costs most.
    const byTheRules = this.chance.oneOf(months)
    for (const month of months) for (const { _id: unitId } of Object.values(this.units)) {
      const found = (await findUnitWithChildren(unitId, month, month))!
      const kept = await keptTotals(found, month)
      const ruled = alsoByTheRules && month === byTheRules ? await countedTotals(found.unit, month, this.now) : null
      const items = this.counting(unitId, month)
      const expected = JSON.stringify(inOrder(cellsOf(items)))
      const place = `${unitId} ${month}`
      if (!kept) { wrong.push(`${place}: nothing kept`); continue }
      for (const [who, figures] of [['kept', kept.figures], ['by the rules', ruled?.figures ?? kept.figures]] as const) {
        const cells = JSON.stringify(inOrder(cellsOfFigures(figures)))
        if (cells !== expected) wrong.push(`${place}, ${who}:\n  is     ${cells}\n  wanted ${expected}`)
      }
      for (const part of kept.parts) {
        const own = items.filter(({ path }) => (part.own ? path[path.length - 1] === unitId : path.includes(part.unit.id)))
        const wanted = JSON.stringify(inOrder(valuesOf(cellsOf(own))))
        const values = JSON.stringify(inOrder(part.values))
        if (values !== wanted) wrong.push(`${place}, part ${part.unit.id}${part.own ? ' 本级' : ''}:\n  is     ${values}\n  wanted ${wanted}`)
      }
      if (!ruled) continue
      if (inText(kept.figures) !== inText(ruled.figures)) wrong.push(`${place}: the figures differ:\n  kept ${inText(kept.figures)}\n  ruled ${inText(ruled.figures)}`)
      if (JSON.stringify(kept.parts) !== JSON.stringify(ruled.parts)) wrong.push(`${place}: the parts differ:\n  kept ${JSON.stringify(kept.parts)}\n  ruled ${JSON.stringify(ruled.parts)}`)
      const untimed = (one: typeof kept) => JSON.stringify([one.closed, one.corrections && { ...one.corrections, asOf: '' }])
      if (untimed(kept) !== untimed(ruled)) wrong.push(`${place}: the corrections differ:\n  kept ${untimed(kept)}\n  ruled ${untimed(ruled)}`)
    }
    return alsoByTheRules ? [...wrong, ...(await this.differencesOfCampaign())] : wrong
  }

  /** Over all three months, where closed as approved: of every unit. */
  private async differencesOfCampaign(): Promise<string[]> {
    const wrong: string[] = []
    for (const { _id: unitId } of Object.values(this.units)) {
      const [is, wanted] = [cellsOfFigures(await this.tagging.figures(unitId, this.now)), cellsOf(this.tagging.among(months.flatMap((month) => this.counting(unitId, month))))].map((cells) => JSON.stringify(inOrder(cells)))
      this.cellsOfCampaigns += is!.split('"value"').length - 1
      if (is !== wanted) wrong.push(`${unitId}, campaign:\n  is     ${is}\n  wanted ${wanted}`)
    }
    return wrong
  }
  cellsOfCampaigns = 0
}

/** Broken off after some steps, by a crash or because its time is over; or two at once. */
async function keepSomehow(now: number, some: Chance): Promise<void> {
  let left = some.happens(0.5) ? Infinity : some.between(0, 12)
  const crashes = some.happens(0.5)
  const isOver = () => {
    if ((left -= 1) >= 0) return false
    if (crashes) throw new Error('the process ended here')
    return true
  }
  const run = () => keepTotals(now, isOver).catch((failure: unknown) => { if (!(failure instanceof Error && failure.message.startsWith('the process'))) throw failure })
  await (some.happens(0.3) ? Promise.all([run(), run()]) : run())
}

/** Acts between two looks at every cell. */
const lookedAt = 8

export interface Outcome { cells: number; wrong: string[]; acts: number; closings: number; erased: number; cellsOfCampaigns: number }

/** So many histories side by side in one cloud, to which the environment leads. */
export async function runHistories(cloud: Cloud, { histories, acts, seed }: { histories: number; acts: number; seed: number }): Promise<Outcome> {
  const some = chance(seed)
  const all = Array.from({ length: histories }, (_, n) => new History(cloud, `h${seed}x${n}`, seed * 1000 + n))
  const wrong: string[] = []
  // From here on only what is marked is counted again: nothing is built anew.
  while (!(await keepTotals(begins, () => false)));
  for (let round = 0; round < acts; round += 1) {
    for (const history of all) {
      await history.act()
      if (history.chance.happens(0.1)) await history.close()
    }
    // The clock goes on for all alike, from September into December.
    const now = begins + Math.floor(((ends - begins) * round) / acts)
    for (const history of all) history.now = now
    if (some.happens(0.3)) await keepSomehow(now, some)
    // Looked at in between: what a mark has missed may be marked by something else later.
    if (round % lookedAt === lookedAt - 1) {
      while (!(await keepTotals(now, () => false)));
      for (const history of all) wrong.push(...(await history.differences(false)))
    }
  }
  for (const history of all) history.now = ends
  while (!(await keepTotals(ends, () => false)));
  for (const history of all) wrong.push(...(await history.differences(true)))
  const kept = keptIn(cloud)
  for (const name of ['unit-months' /* the state among them */, 'session-rooms', 'month-marks']) cloud.db.remove(name, {})
  while (!(await keepTotals(ends, () => false)));
  const rebuilt = keptIn(cloud)
  for (const id of new Set([...Object.keys(kept), ...Object.keys(rebuilt)])) {
    if ((kept[id] ?? empty) !== (rebuilt[id] ?? empty)) wrong.push(`${id}, rebuilt:\n  kept    ${kept[id]}\n  rebuilt ${rebuilt[id]}`)
  }
  const sumOver = (of: (history: History) => number) => all.reduce((sum, one) => sum + of(one), 0)
  return { cells: Object.values(rebuilt).reduce((sum, text) => sum + (JSON.parse(text) as { figures: unknown[] }).figures.length, 0), wrong, acts: histories * acts, closings: sumOver(({ frozen }) => frozen.size), erased: sumOver((one) => one.erased), cellsOfCampaigns: sumOver((one) => one.cellsOfCampaigns) }
}

const empty = JSON.stringify({ figures: [], closed: null, values: [] })

function keptIn(cloud: Cloud): Record<string, string> {
  return Object.fromEntries(cloud.db.find('unit-months').flatMap(({ _id, text }) => {
    if (typeof text !== 'string') return []
    const { figures, parts, closed } = JSON.parse(text) as { figures: unknown[]; parts: { values: object }[]; closed: unknown }
    return [[String(_id), JSON.stringify({ figures, closed, values: parts.filter(({ values }) => Object.keys(values).length > 0) })]]
  }))
}
