/**
 * What really happened, written down by who watched the workers: true times, and nothing of the product's rules. Only what a worker was told is kept is in it.
 */
import type { TiedTo } from '../../contract/evidence/attach'

export interface Deed { recordId: string; worker: string }
export interface CameIn extends Deed { session: string; person: string; people: number; takenBack: boolean }
export interface WalkedIn extends Deed { session: string; people: number; takenBack: boolean }
/** Nothing of this kind, as somebody last said of a unit and month. */
export interface SaidQuiet extends Deed { unit: string; month: string; nothing: boolean }
/** `at`: in ms. */
export interface CountedRoom extends Deed { session: string; people: number; at: number }
/** `of`: what it was taken for. */
export interface TookPhoto { worker: string; of: TiedTo; sha256: string }
/** `on`: the day that it is about; `quantity`: as last corrected. */
export interface DidWork extends Deed { unit: string; indicator: string; on: string; quantity: number }

export class Notebook {
  readonly cameIn: CameIn[] = []
  readonly walkedIn: WalkedIn[] = []
  readonly rooms: CountedRoom[] = []
  readonly work: DidWork[] = []
  readonly photos: TookPhoto[] = []
  readonly quiet: SaidQuiet[] = []
  /** Undos and corrections: they make no fact of their own. */
  readonly changes: Deed[] = []

  get facts(): Deed[] {
    return [...this.cameIn, ...this.walkedIn, ...this.rooms, ...this.work]
  }
}

export interface Sums { attendances: number; attendees: number; work: Record<string, number> }

/**
 * By hand: who was in, plus who walked in; where somebody counted the room and found more, that many. `sessions`: with the month of their start, of the
 * community and the month that are asked about.
 */
export function sumsOf(book: Notebook, sessions: readonly string[], isOfMonth: (entry: DidWork) => boolean): Sums {
  let attendances = 0
  const everybody = new Set<string>()
  for (const session of sessions) {
    const inside = new Map<string, number>()
    for (const one of book.cameIn) if (one.session === session && !one.takenBack) inside.set(one.person, one.people)
    let people = 0
    for (const [person, party] of inside) {
      everybody.add(person)
      people += party
    }
    for (const one of book.walkedIn) if (one.session === session && !one.takenBack) people += one.people
    let [room, latest] = [0, -Infinity]
    for (const one of book.rooms) if (one.session === session && one.at > latest) [room, latest] = [one.people, one.at]
    attendances += people > room ? people : room
  }
  const work: Record<string, number> = {}
  for (const entry of book.work) if (isOfMonth(entry)) work[entry.indicator] = (work[entry.indicator] ?? 0) + entry.quantity
  return { attendances, attendees: everybody.size, work }
}
