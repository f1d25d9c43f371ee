/** Taking places for a party, giving them back, and what the person has. */
import { create } from 'zustand'
import type { Answer } from '#contract/call'
import type { MyRegistration } from '#contract/events/event'
import { cancelRegistration } from '#contract/registrations/cancel'
import { myRegistrations } from '#contract/registrations/mine'
import { register } from '#contract/registrations/register'
import { call, type Sent } from './call'
import { useEvent } from './events'
import { fetchStore } from './fetched'
import { useMe } from './people'
import { newRecordId } from './record'
import { clockOffset } from './server-clock'

export const useMine = fetchStore(myRegistrations)

/** The sentence is on its way: the button that was pressed says so and takes no second tap. */
export const useRegistering = create<{ busy: 'register' | 'cancel' | null }>()(() => ({ busy: null }))

/** The wish to come to an event by its record id: kept until it is granted, so that a lost answer never makes two wishes of one. */
const wishes = new Map<string, string>()

export async function takePlaces(input: Omit<Sent<typeof register>, 'recordId'>): Promise<Answer<typeof register>> {
  const before = wishes.get(input.eventId)
  const recordId = before ?? newRecordId()
  wishes.set(input.eventId, recordId)
  useRegistering.setState({ busy: 'register' })
  const answer = await call(register, { ...input, recordId })
  useRegistering.setState({ busy: null })
  if (answer.ok) {
    wishes.delete(input.eventId)
    // An earlier tap was granted without this phone hearing of it, and given back on another: this tap is a new wish.
    if (before !== undefined && answer.value.status === 'cancelled') return takePlaces(input)
    keepMine(input.eventId, answer.value)
    rememberName(input)
  }
  return answer
}

/** Gives back the registration that was on screen, no later one. */
export async function giveBack(eventId: string, mine: MyRegistration): Promise<Answer<typeof cancelRegistration>> {
  useRegistering.setState({ busy: 'cancel' })
  const { wish: was, sessionIds, partySize } = mine
  const answer = await call(cancelRegistration, { eventId, was, sessionIds, partySize })
  useRegistering.setState({ busy: null })
  if (answer.ok) {
    wishes.delete(eventId)
    keepMine(eventId, answer.value.standing ?? { ...mine, status: 'cancelled', cancelledAt: new Date(Date.now() - clockOffset()).toISOString() })
  }
  return answer
}

function keepMine(eventId: string, mine: MyRegistration) {
  const event = useEvent.getState().value
  if (event?.id === eventId) useEvent.setState({ value: { ...event, mine } })
}

/** The next sheet opens with the 称呼 that was just given. */
function rememberName({ callName, building }: Omit<Sent<typeof register>, 'recordId'>) {
  const me = useMe.getState().value
  if (me) useMe.setState({ value: { ...me, callName, building: building ?? me.building } })
}
