/** What one worker does with their phone on site, and what they write down of it when the phone has told them that it is kept. */
import type { QueuedName } from '../../contract/queue/send'
import type { TiedTo } from '../../contract/evidence/attach'
import { greyJpeg, sha256Of } from '../photo'
import type { FleetSession, FleetWorker, FleetWorld } from './fleet-world'
import type { Notebook } from './notebook'
import type { AppExports } from './sim/app-code'
import type { Chance } from './sim/chance'
import { AppKilled, type Phone } from './sim/phone'

const neighbours = ['王奶奶', '赵大爷', '孙婆婆'] as const
const indicators = ['banners_hung', 'leaflets_given', 'disputes_found', 'inspections'] as const
/** `2026-11-30` in Shanghai. */
const dayOf = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

export class Worker {
  /** Records that were refused for good, with why. */
  readonly refused = new Map<string, string>()
  /** By record id of an entry: which day it really was. */
  readonly #days = new Map<string, string>()

  constructor(readonly who: FleetWorker, readonly phone: Phone, private readonly fleet: FleetWorld, private readonly book: Notebook, private readonly chance: Chance) {}

  /** At the door for a while: the next in the queue, one after the other. */
  async standsAtDoor(session: FleetSession, guests: number): Promise<void> {
    const people = this.fleet.peopleOf(session.community)
    for (let n = 0; n < guests; n += 1) {
      const person = this.chance.oneOf(people)
      const party = this.fleet.partyOf(person)
      const recordId = await this.#does('attendance/check-in', { sessionId: session.id, personKey: person, present: party, source: 'tap' })
      const deed = { recordId, worker: this.who.name, session: session.id, person, people: party, takenBack: false }
      this.book.cameIn.push(deed)
      if (!this.chance.happens(0.06)) continue
      this.#changed(await this.#does('attendance/undo', { sessionId: session.id, of: { what: 'check-in', personKey: person, marks: [recordId] } }))
      deed.takenBack = true
    }
    if (this.chance.happens(0.3)) await this.#meetsNeighbour(session)
    if (!this.chance.happens(0.4)) return
    const people2 = this.chance.between(1, 6)
    const recordId = await this.#does('attendance/walk-in', { sessionId: session.id, people: people2, source: 'tap', ...(this.chance.happens(0.5) && { callName: '王师傅' }) })
    const deed = { recordId, worker: this.who.name, session: session.id, people: people2, takenBack: false }
    this.book.walkedIn.push(deed)
    if (!this.chance.happens(0.15)) return
    this.#changed(await this.#does('attendance/undo', { sessionId: session.id, of: { what: 'walk-in', recordId } }))
    deed.takenBack = true
  }

  /** 熟面孔: by the words alone, whoever writes them. */
  async #meetsNeighbour(session: FleetSession): Promise<void> {
    const [callName, building] = [this.chance.oneOf(neighbours), `${this.chance.between(1, 3)}号楼`]
    const recordId = await this.#does('attendance/meet-face', { sessionId: session.id, callName, building })
    const deed = { recordId, worker: this.who.name, session: session.id, person: `${session.community} ${callName} ${building}`, people: 1, takenBack: false }
    this.book.cameIn.push(deed)
    if (!this.chance.happens(0.15)) return
    this.#changed(await this.#does('attendance/undo', { sessionId: session.id, of: { what: 'meet-face', recordId } }))
    deed.takenBack = true
  }

  /** The day after, from the sheet on the table: who signed, strangers in their rows, and what stands on its last line. A row that was misread is typed again. */
  async typesPaper(session: FleetSession, countsRoom: boolean): Promise<void> {
    const at = { sessionId: session.id, source: 'paper' }
    for (let signed = this.chance.between(1, 4); signed > 0; signed -= 1) {
      const person = this.chance.oneOf(this.fleet.peopleOf(session.community))
      const people = this.fleet.partyOf(person)
      const recordId = await this.#does('attendance/check-in', { ...at, personKey: person, present: people })
      this.book.cameIn.push({ recordId, worker: this.who.name, session: session.id, person, people, takenBack: false })
    }
    const first = await this.#typesRow(session)
    // Misread, and typed again some minutes later.
    if (this.chance.happens(0.2)) this.phone.parts.time.after(this.chance.between(1, 30) * 60_000, async () => { await this.#typesRow(session); first.takenBack = true })
    if (countsRoom) {
      const people = this.chance.between(3, 60)
      const recordId = await this.#does('attendance/headcount', { ...at, people, softness: 'exact' })
      // Whoever counted in the room itself knows better.
      this.book.rooms.push({ recordId, worker: this.who.name, session: session.id, people, at: session.startsAt - 3_600_000 })
    }
    if (this.chance.happens(0.5)) await this.takesPhoto({ what: 'sheet', sessionId: session.id })
  }

  /** A stranger in a row of the sheet that nobody else types. */
  async #typesRow(session: FleetSession): Promise<{ takenBack: boolean }> {
    const people = this.chance.between(1, 5)
    const recordId = await this.#does('attendance/walk-in', { sessionId: session.id, source: 'paper', people, line: 1 + Number(this.who.name.slice(-3)), ...(this.chance.happens(0.5) && { callName: '李师傅' }) })
    const deed = { recordId, worker: this.who.name, session: session.id, people, takenBack: false }
    this.book.walkedIn.push(deed)
    return deed
  }

  /** 本月无此项, said of a unit that nobody else here speaks for, or taken back. */
  async saysQuiet(unit: string, month: string): Promise<void> {
    const nothing = this.chance.happens(0.7)
    const recordId = await this.#does('work/quiet-month', { unitId: unit, month, nothing })
    this.book.quiet.push({ recordId, worker: this.who.name, unit, month, nothing })
  }

  async countsRoom(session: FleetSession): Promise<void> {
    const people = this.chance.between(3, 60)
    const at = this.phone.parts.time.now
    const recordId = await this.#does('attendance/headcount', { sessionId: session.id, people, softness: 'exact', source: 'tap' })
    this.book.rooms.push({ recordId, worker: this.who.name, session: session.id, people, at })
  }

  /** About today or a day of the last week; sometimes a mistake is seen at once. */
  async notesWork(): Promise<void> {
    const on = dayOf(this.phone.parts.time.now - (this.chance.happens(0.6) ? 0 : this.chance.between(0, 7) * 86_400_000))
    const entry = { indicator: this.chance.oneOf(indicators), quantity: this.chance.between(1, 40), softness: 'exact', on, unitId: this.chance.oneOf(this.who.units) }
    const note = entry.indicator !== 'disputes_found' && this.chance.happens(0.3) ? { note: '小区东门' } : {}
    const withPhoto = entry.indicator !== 'disputes_found' && this.chance.happens(0.15)
    const recordId = withPhoto ? await this.#logsWithPhoto({ ...entry, ...note }, on) : await this.#does('work/log', { ...entry, ...note }, on)
    const deed = { recordId, worker: this.who.name, unit: entry.unitId, indicator: entry.indicator, on, quantity: entry.quantity }
    this.book.work.push(deed)
    if (!this.chance.happens(0.15)) return
    const quantity = this.chance.between(1, 40)
    this.#changed(await this.#does('work/correct', { entryId: recordId, rev: 1, quantity, softness: 'exact', on, reason: '数错了' }, on))
    deed.quantity = quantity
  }

  /** Kept on the phone, or taken again: after a kill they look whether it is there. */
  async takesPhoto(of: TiedTo): Promise<void> {
    const { drawn, sha256 } = this.#shoots()
    for (;;) {
      try {
        const app = this.phone.launch()
        const kept = await this.phone.until(app.keepPhoto(drawn(), of, '晚会'))
        if (!kept.ok) throw new Error(`${this.who.name}: a photo was not kept: ${kept.failure}`)
        break
      } catch (failure) {
        if (!(failure instanceof AppKilled)) throw failure
        if (await this.#photoLies(sha256)) break
      }
    }
    this.book.photos.push({ worker: this.who.name, of, sha256 })
  }

  /** 记一笔 with a photo, as its page does it. Where the app ended in between, the photo without its entry is let go of and both are made again. */
  async #logsWithPhoto(entry: object, on: string): Promise<string> {
    for (;;) {
      const { drawn, sha256 } = this.#shoots()
      let recordId = ''
      try {
        const app = this.phone.launch()
        const input = { ...app.newRecord(), ...entry }
        recordId = input.recordId
        this.#days.set(recordId, on)
        const queued = await this.phone.until(app.logEntry(input as never, drawn()))
        if (!queued.ok) throw new Error(`${this.who.name}: an entry with a photo was not kept: ${queued.failure}`)
      } catch (failure) {
        if (!(failure instanceof AppKilled)) throw failure
        if (recordId === '') continue
        const lies = await this.#photoLies(sha256)
        if (!this.#lies(recordId)) {
          await this.#letsGoOf(sha256)
          continue
        }
        if (!lies) return recordId
      }
      this.book.photos.push({ worker: this.who.name, of: { what: 'entry', entryId: recordId }, sha256 })
      return recordId
    }
  }

  #shoots(): { drawn(): never; sha256: string } {
    const bytes = greyJpeg(64, 48, `${this.who.name} ${this.phone.parts.time.now} ${this.chance.next()}`)
    const sha256 = sha256Of(bytes)
    return { sha256, drawn: () => ({ path: this.phone.draws(bytes), bytes: bytes.length, sha256, source: 'in-app', takenAt: new Date(this.phone.now).toISOString() }) as never }
  }

  async #letsGoOf(sha256: string): Promise<void> {
    while (await this.#photoLies(sha256)) {
      try {
        const app = this.phone.launch()
        const photo = app.usePhotoQueue.getState().photos.find((one) => one.sha256 === sha256)
        if (photo) await this.phone.until(app.letPhotoGo(photo.recordId))
      } catch (failure) {
        if (!(failure instanceof AppKilled)) throw failure
      }
    }
  }

  async #photoLies(sha256: string): Promise<boolean> {
    for (;;) {
      const app = this.phone.launch()
      void app.startPhotos().catch(() => undefined)
      await new Promise((resolve) => setImmediate(resolve))
      if (this.phone.app === app) return app.usePhotoQueue.getState().photos.some((one) => one.sha256 === sha256)
    }
  }

  /** 需要处理: says which day it was where the phone asks; anything else is written down as refused. */
  looksAtTray(): void {
    const app = this.phone.launch()
    try {
      for (const { input, refused } of app.useQueue.getState().records) {
        if (!refused) continue
        const on = this.#days.get(input.recordId)
        if (refused.failure === 'day-unsure' && on !== undefined) app.confirmDay(input.recordId, on)
        else this.refused.set(input.recordId, refused.failure)
      }
    } catch (failure) {
      if (!(failure instanceof AppKilled)) throw failure
    }
  }

  /** The app is opened, and looked at for a moment. */
  opensApp(): void {
    void this.phone.launch().startPhotos().catch(() => undefined)
    this.phone.wake()
  }

  #changed(recordId: string): void {
    this.book.changes.push({ recordId, worker: this.who.name })
  }

  /** Taps until the phone says that it is kept. After a kill they look whether it is there before they tap again. */
  async #does(call: QueuedName, said: object, on?: string): Promise<string> {
    for (;;) {
      let recordId = ''
      try {
        const app: AppExports = this.phone.launch()
        const input = { ...app.newRecord(), ...said }
        recordId = input.recordId
        if (on !== undefined) this.#days.set(recordId, on)
        const queued = await this.phone.until(app.enqueue(call, input as never))
        if (!queued.ok) throw new Error(`${this.who.name}: ${call} was not kept: ${queued.failure}`)
        return recordId
      } catch (failure) {
        if (!(failure instanceof AppKilled)) throw failure
        if (recordId !== '' && this.#lies(recordId)) return recordId
      }
    }
  }

  #lies(recordId: string): boolean {
    return this.phone.launch().useQueue.getState().records.some(({ input }) => input.recordId === recordId)
  }
}
