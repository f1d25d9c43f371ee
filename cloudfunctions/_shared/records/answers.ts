/**
 * `answers/<recordId of the wish>`: what somebody said with a registration beyond their name: answers to the event's own questions and
 * a phone, sealed. Written before the places are taken, so that nobody has a place without what they said; what no registration
 * names goes in the sweep. It goes with the cancelling, and 90 days after the event.
 */
import type { Answers, Question } from '../../../contract/events/questions'
import { command } from '../cloud'
import { dayAfter } from '../rules/calendar'
import { phoneDays } from '../rules/retention'
import { masked, sealPhone } from '../secrets/phone'
import { collection } from './collection'
import type { SeatBookRecord } from './seat-books'

export interface SealedPhone { sealed: string; mask: string }

export interface AnswersRecord {
  _id: string
  eventId: string
  personKey: string
  at: string
  phone: SealedPhone | null
  /** By question; an answer that is a phone number is sealed like one. */
  answers: Record<string, string | number | SealedPhone>
  /** Its registration names it. */
  settled: boolean
  /** The day on which it is removed. */
  eraseOn: string
}

const answers = collection<AnswersRecord>('answers')

export const findAnswers = answers.find
export const addAnswers = answers.tryAdd
export const putAnswers = answers.put

interface Said { recordId: string; personKey: string; at: string; phone: string | null; answers: Answers }

/** Throws NoKeys. */
export function answersRecord(book: Pick<SeatBookRecord, '_id' | 'lastOn' | 'questions'>, said: Said): AnswersRecord {
  const { personKey } = said
  const seal = (phone: string): SealedPhone => ({ sealed: sealPhone(personKey, phone), mask: masked(phone) })
  const isPhone = new Set(book.questions.filter((question: Question) => question.kind === 'phone').map(({ id }) => id))
  return {
    _id: said.recordId, eventId: book._id, personKey, at: said.at, phone: said.phone === null ? null : seal(said.phone), settled: false, eraseOn: dayAfter(book.lastOn, phoneDays),
    answers: Object.fromEntries(Object.entries(said.answers).flatMap(([id, value]) => (value === undefined ? [] : [[id, isPhone.has(id) ? seal(String(value)) : value]]))),
  }
}

export async function dropAnswers(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await answers.remove({ _id: command.in([...ids]) })
}

export async function settleAnswers(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await answers.update({ _id: command.in([...ids]) }, { settled: true })
}

/** Written before that instant and not yet named by a registration, as far as anybody looked; the oldest first. */
export function unsettledAnswers(before: string, limit: number): Promise<AnswersRecord[]> {
  return answers.list({ settled: false, at: command.lt(before) }, { fields: ['eventId', 'personKey', 'at'], orderBy: [['at', 'asc']], limit })
}

/** Of one event, for its staff. */
export function answersAt(eventId: string): Promise<AnswersRecord[]> {
  return answers.all({ eventId }, 200)
}

/** Everything that one person said with registrations. */
export async function dropAnswersOf(personKey: string): Promise<void> {
  await answers.remove({ personKey })
}

export function answersOf(personKeys: readonly string[]): Promise<AnswersRecord[]> {
  return answers.all({ personKey: command.in([...personKeys]) }, 200)
}
