import type { Input } from '../../contract/call'
import { cancelFor, registerFor } from '../../contract/registrations/register-for'
import { communityAt } from '../_shared/community-of-event'
import { audited } from '../_shared/records/audit'
import { findEvent, sessionKey } from '../_shared/records/events'
import { findFace, knowFace } from '../_shared/records/faces'
import { mayNow } from '../_shared/records/grants'
import { isKnownKey } from '../_shared/records/openids'
import { registrationId } from '../_shared/records/registrations'
import { giveBackNoted, leaveWaitingNoted, seatBookFor } from '../_shared/records/seat-books'
import type { Transaction } from '../_shared/records/transaction'
import { whatIsWrongWithAnswers, wordsTyped } from '../_shared/rules/answers'
import { instant } from '../_shared/rules/calendar'
import { inOrder, whyNot } from '../_shared/rules/seats'
import type { Caller } from '../_shared/caller'
import type { Handler } from '../_shared/serve'
import { cancelled } from './cancel'
import { handleRegister, isSessionOf } from './register'

/** As if the neighbour did it: what staff take for others is not their own, and goes with no one's erasing but the neighbour's. */
const inThePlaceOf = (personKey: string, caller: Caller): Caller => ({ ...caller, personKey })

export const handleRegisterFor: Handler<typeof registerFor> = async ({ callName, building, ...wish }, scene) => {
  const { caller, now, refuse } = scene
  const event = await findEvent(wish.eventId)
  if (!event || event.status === 'draft' || !caller.may(registerFor.name, event.path)) return refuse('event-not-found')
  if (event.status === 'cancelled') return refuse('event-cancelled')
  if (event.countOnly) return refuse('no-registration-needed')
  if (!(await caller.mayWrite([callName, building ?? '', ...wordsTyped(event.questions, wish.answers ?? {})], 'profile'))) return refuse('words-refused')
  const communityId = await communityAt(event, caller)
  if (communityId === null) return refuse('community-unclear')
  const words = { communityId, callName, building: building ?? null }
  const why = await whyNobody(wish, instant(now))
  if (why !== null && !(await findFace(words))) return refuse(why)
  const { personKey } = await knowFace(words, { eventId: event._id }, now)
  return handleRegister({ ...wish, callName, ...(building !== undefined && { building }) }, { ...scene, caller: inThePlaceOf(personKey, caller), refuse: (failure) => ({ refusal: failure }) })
}

/** No key that is minted. */
const nobody = 'nobody'

/** Why the wish would be refused whoever it is for: asked before anybody is known by it, so that a refusal leaves no name behind. Who is known may have had it granted before. */
async function whyNobody({ recordId, eventId, sessionIds, partySize: n, children, answers = {} }: Omit<Input<typeof registerFor>, 'callName' | 'building'>, at: string) {
  if (!sessionIds.every((id) => isSessionOf(eventId, id))) return 'session-not-found'
  const book = await seatBookFor(eventId, nobody)
  if (!book) return 'event-not-found'
  const isSaid = Object.keys(answers).length > 0
  const why = whyNot(book, { recordId, personKey: nobody, by: nobody, sessions: inOrder(sessionIds.map(sessionKey)), n, children, callName: nobody, building: null, said: isSaid ? recordId : null }, at)
  return why === 'has-it' || why === 'spent' ? null : why ?? (isSaid ? whatIsWrongWithAnswers(book.questions, answers) : null)
}

/** Somebody takes from a neighbour what she cannot look after herself: together with its entry in the audit, which says who of the staff. */
export const handleCancelFor: Handler<typeof cancelFor> = async ({ personKey, ...seen }, scene) => {
  const { caller, now, refuse } = scene
  const event = await findEvent(seen.eventId)
  if (!event || event.status === 'draft' || !caller.may(cancelFor.name, event.path)) return refuse('event-not-found')
  // Whoever has WeChat registered by themselves, and gives back by themselves.
  if (await isKnownKey(personKey)) return refuse('not-registered')
  const withdrawn = new Error('the right was withdrawn meanwhile')
  const note = async (transaction: Transaction) => {
    if (!(await mayNow(transaction, caller.personKey, cancelFor.name, event.path))) throw withdrawn
    await audited(transaction, event.path, { action: cancelFor.name, by: caller.personKey, about: registrationId(event._id, personKey), facts: { people: seen.partySize } }, instant(now))
  }
  return cancelled(seen, { now, caller: inThePlaceOf(personKey, caller), refuse: (failure) => ({ refusal: failure }) }, {
    giveBack: (eventId, seats, at) => giveBackNoted(eventId, seats, at, note), leave: (eventId, ask) => leaveWaitingNoted(eventId, ask, note),
  }).catch((failure: unknown) => {
    if (failure !== withdrawn) throw failure
    return refuse('event-not-found')
  })
}
