import { cancelFor, registerFor } from '../../contract/registrations/register-for'
import { communityAt } from '../_shared/community-of-event'
import { findEvent } from '../_shared/records/events'
import { knowFace } from '../_shared/records/faces'
import { isKnownKey } from '../_shared/records/openids'
import type { Caller } from '../_shared/caller'
import type { Handler } from '../_shared/serve'
import { handleCancelRegistration } from './cancel'
import { handleRegister } from './register'

/** As if the neighbour did it: what staff take for others is not their own, and goes with no one's erasing but the neighbour's. */
const inThePlaceOf = (personKey: string, caller: Caller): Caller => ({ ...caller, personKey })

export const handleRegisterFor: Handler<typeof registerFor> = async ({ callName, building, ...wish }, scene) => {
  const { caller, now, refuse } = scene
  const event = await findEvent(wish.eventId)
  if (!event || event.status === 'draft' || !caller.may(registerFor.name, event.path)) return refuse('event-not-found')
  if (event.status === 'cancelled') return refuse('event-cancelled')
  if (event.countOnly) return refuse('no-registration-needed')
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  const communityId = await communityAt(event, caller)
  if (communityId === null) return refuse('community-unclear')
  const { personKey } = await knowFace({ communityId, callName, building: building ?? null }, null, now)
  return handleRegister({ ...wish, callName, ...(building !== undefined && { building }) }, { ...scene, caller: inThePlaceOf(personKey, caller), refuse: (failure) => ({ refusal: failure }) })
}

export const handleCancelFor: Handler<typeof cancelFor> = async ({ personKey, ...seen }, scene) => {
  const { caller, refuse } = scene
  const event = await findEvent(seen.eventId)
  if (!event || event.status === 'draft' || !caller.may(cancelFor.name, event.path)) return refuse('event-not-found')
  // Whoever has WeChat registered by themselves, and gives back by themselves.
  if (await isKnownKey(personKey)) return refuse('not-registered')
  return handleCancelRegistration(seen, { ...scene, caller: inThePlaceOf(personKey, caller), refuse: (failure) => ({ refusal: failure }) })
}
