/** The venue's code on a worker's phone: fetched once, then shown without signal until the session takes no codes any more. */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import { venueCode } from '#contract/attendance/venue-code'
import { call } from './call'
import type { Failed } from './failure-words'
import { drawerOf, type Kept } from './kept-codes'

export type VenueCode = Output<typeof venueCode>

const drawer = drawerOf<VenueCode>('venue-codes-2', ({ until }) => Date.parse(until))

interface VenueCodes {
  /** By session. */
  kept: Record<string, Kept<VenueCode>>
  loading: boolean
  failed: Failed<typeof venueCode> | null
}

export const useVenueCodes = create<VenueCodes>()(() => ({ kept: drawer.read(Date.now()), loading: false, failed: null }))

export async function loadVenueCode(sessionId: string): Promise<void> {
  useVenueCodes.setState({ loading: true, failed: null })
  const answer = await call(venueCode, { sessionId })
  if (answer.ok) return useVenueCodes.setState({ kept: drawer.keep(sessionId, answer.value, Date.now()), loading: false })
  const gone = answer.failure === 'session-not-found' || answer.failure === 'not-allowed'
  useVenueCodes.setState({ loading: false, failed: answer, ...(gone ? { kept: drawer.drop(sessionId, Date.now()) } : {}) })
}
