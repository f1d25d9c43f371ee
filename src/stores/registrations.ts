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

export const useMine = fetchStore(myRegistrations)

/** The sentence is on its way: the button that was pressed says so and takes no second tap. */
export const useRegistering = create<{ busy: 'register' | 'cancel' | null }>()(() => ({ busy: null }))

export async function takePlaces(input: Sent<typeof register>): Promise<Answer<typeof register>> {
  useRegistering.setState({ busy: 'register' })
  const answer = await call(register, input)
  useRegistering.setState({ busy: null })
  if (answer.ok) {
    keepMine(input.eventId, answer.value)
    rememberName(input)
  }
  return answer
}

export async function giveBack(eventId: string): Promise<Answer<typeof cancelRegistration>> {
  useRegistering.setState({ busy: 'cancel' })
  const answer = await call(cancelRegistration, { eventId })
  useRegistering.setState({ busy: null })
  if (answer.ok) keepMine(eventId, answer.value)
  return answer
}

function keepMine(eventId: string, mine: MyRegistration) {
  const event = useEvent.getState().value
  if (event?.id === eventId) useEvent.setState({ value: { ...event, mine } })
}

/** The next sheet opens with the 称呼 that was just given. */
function rememberName({ callName, building }: Sent<typeof register>) {
  const me = useMe.getState().value
  if (me) useMe.setState({ value: { ...me, callName, building: building ?? me.building } })
}
