/** Taking places for a party, changing and giving them back, and what the person has. */
import { create, onForget } from './forgettable'
import type { Answer, Call, Output } from '#contract/call'
import type { MyRegistration } from '#contract/events/event'
import { cancelRegistration } from '#contract/registrations/cancel'
import { changeParty } from '#contract/registrations/change'
import { myRegistrations } from '#contract/registrations/mine'
import { myPositions } from '#contract/registrations/positions'
import { register } from '#contract/registrations/register'
import { takeOffer } from '#contract/registrations/take-offer'
import { undoCancel, undoWithin } from '#contract/registrations/undo-cancel'
import { call, type Sent } from './call'
import { useEvent } from './events'
import { mayHaveArrived } from './failure-words'
import { fetchStore } from './fetched'
import { nameMe } from './people-words'
import { newRecordId } from './record'
import { clockOffset } from './server-clock'

export const useMine = fetchStore(myRegistrations)

export type Mine = Output<typeof myRegistrations>['coming'][number]
export type Position = Output<typeof myPositions>['positions'][number]

/** Where those that wait stand; asked after the list, which does not wait for it. */
export const usePositions = fetchStore(myPositions)

/** The list, and then the positions of what waits in it. */
export async function loadMine(): Promise<void> {
  await useMine.getState().load({})
  const waiting = useMine.getState().value?.coming.filter(isWaiting).map(({ event }) => event.id) ?? []
  if (waiting.length > 0) await usePositions.getState().load({ eventIds: [...new Set(waiting)].slice(0, mostAsked) })
}
/** The contract's limit. They come by their day, so the nearest are among them. */
const mostAsked = 60

export const isWaiting = ({ event, registration }: Mine) => registration.status === 'waitlisted' && event.status !== 'cancelled'

/** The sentence is on its way: the button that was pressed says so and takes no second tap. */
export const useRegistering = create<{ busy: 'register' | 'cancel' | 'change' | 'undo' | 'offer' | null }>()(() => ({ busy: null }))

/** What was just given back and can still be taken again: until when, by this device's clock in ms. */
export const useGivenBack = create<{ given: { eventId: string; mine: MyRegistration; until: number } | null }>()(() => ({ given: null }))

/** Wishes by what they are about: kept until they are answered, so that a lost answer never makes two wishes of one. */
const wishes = new Map<string, string>()
onForget(() => wishes.clear())
const wishFor = (about: string) => {
  const recordId = wishes.get(about) ?? newRecordId()
  wishes.set(about, recordId)
  return recordId
}

type Wish = Omit<Sent<typeof register>, 'recordId'>

export async function takePlaces(input: Wish): Promise<Answer<typeof register>> {
  const about = wishToCome(input.eventId, input.personKey)
  const isRepeat = wishes.has(about)
  const answer = await busyWith('register', () => call(register, { ...input, recordId: wishFor(about) }))
  if (answer.ok) {
    wishes.delete(about)
    // An earlier tap was granted without this phone hearing of it, and given back on another: this tap is a new wish.
    if (isRepeat && answer.value.status === 'cancelled') return takePlaces(input)
    forgetGiven(input.eventId, answer.value.personKey)
    keep(input.eventId, answer.value, input.personKey !== undefined)
    if (input.personKey === undefined) nameMe(input)
  }
  return answer
}

/** Gives back the registration that was on screen, no later one. */
export async function giveBack(eventId: string, mine: MyRegistration): Promise<Answer<typeof cancelRegistration>> {
  const { wish: was, sessionIds, partySize, personKey } = mine
  // Counted from the tap: the server's half minute ends no earlier.
  const until = Date.now() + undoWithin
  const answer = await busyWith('cancel', () => call(cancelRegistration, { eventId, personKey, was, sessionIds, partySize }))
  if (!answer.ok) return answer
  wishes.delete(wishToCome(eventId, isNeighbour(eventId, mine) ? personKey : undefined))
  const { standing } = answer.value
  // Who waited gives back no place that could be taken again.
  if (!standing && mine.status === 'confirmed') useGivenBack.setState({ given: { eventId, mine, until } })
  keep(eventId, standing ?? { ...mine, status: 'cancelled', cancelledAt: new Date(Date.now() - clockOffset()).toISOString() }, isNeighbour(eventId, mine))
  return answer
}

/** The same places again. */
export async function takeBack(): Promise<Answer<typeof undoCancel> | null> {
  const { given } = useGivenBack.getState()
  if (!given) return null
  const { eventId, mine } = given
  const answer = await again('undo', undoCancel, eventId, mine, {})
  if (answer.ok || !mayHaveArrived(answer)) useGivenBack.setState({ given: null })
  return answer
}

/** Read or let go: nothing more is offered. */
export function forgetGivenBack(): void {
  useGivenBack.setState({ given: null })
}

export function changeTo(eventId: string, mine: MyRegistration, party: { partySize: number; children: number }): Promise<Answer<typeof changeParty>> {
  return again('change', changeParty, eventId, mine, party)
}

export async function takeOffered(eventId: string, mine: MyRegistration): Promise<Answer<typeof takeOffer>> {
  const answer = await busyWith('offer', () => call(takeOffer, { eventId, personKey: mine.personKey, was: mine.wish }))
  if (answer.ok) keep(eventId, answer.value, isNeighbour(eventId, mine))
  return answer
}

/** Another wish about what stands: its record id is kept while nobody knows whether it arrived. */
async function again<C extends typeof changeParty | typeof undoCancel>(busy: 'change' | 'undo', contract: C, eventId: string, mine: MyRegistration, more: object): Promise<Answer<C>> {
  const about = `${busy} ${mine.wish} ${JSON.stringify(more)}`
  const input = { eventId, personKey: mine.personKey, was: mine.wish, recordId: wishFor(about), ...more }
  const answer = (await busyWith(busy, () => call<Call>(contract, input))) as Answer<C>
  if (answer.ok || !mayHaveArrived(answer)) wishes.delete(about)
  if (answer.ok) keep(eventId, answer.value as MyRegistration, isNeighbour(eventId, mine))
  return answer
}

async function busyWith<T>(busy: 'register' | 'cancel' | 'change' | 'undo' | 'offer', work: () => Promise<T>): Promise<T> {
  useRegistering.setState({ busy })
  try {
    return await work()
  } finally {
    useRegistering.setState({ busy: null })
  }
}

const wishToCome = (eventId: string, personKey: string | undefined) => `come ${eventId} ${personKey ?? ''}`

function forgetGiven(eventId: string, personKey: string): void {
  const { given } = useGivenBack.getState()
  if (given?.eventId === eventId && given.mine.personKey === personKey) forgetGivenBack()
}

function isNeighbour(eventId: string, { personKey }: MyRegistration): boolean {
  const event = useEvent.getState().value
  return event?.id === eventId && event.neighbours.some((one) => one.personKey === personKey)
}

/** The open page shows it at once. */
function keep(eventId: string, registration: MyRegistration, neighbour: boolean): void {
  const event = useEvent.getState().value
  if (event?.id !== eventId) return
  const others = event.neighbours.filter(({ personKey }) => personKey !== registration.personKey)
  useEvent.setState({ value: neighbour ? { ...event, neighbours: [...others, registration] } : { ...event, mine: registration } })
}
