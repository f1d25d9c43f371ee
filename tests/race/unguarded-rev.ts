/** The seat book as it is, but that it may have changed since it was read: what is left must be enough, and nothing more. For the control run only. */
import { takeSeats as guarded, takeSeatsWaiting } from '../../cloudfunctions/_shared/records/seat-books'
import type { SeatAsk } from '../../cloudfunctions/_shared/rules/seats'

export * from '../../cloudfunctions/_shared/records/seat-books'

export function takeSeats(eventId: string, ask: SeatAsk, now: string, free: 'nobody-waits' | number = 'nobody-waits'): Promise<boolean> {
  return free === 'nobody-waits' ? guarded(eventId, ask, now) : takeSeatsWaiting(eventId, ask, now)
}
