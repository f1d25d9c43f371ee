/**
 * A 熟面孔 who has a WeChat by now: nobody finds them among the faces any more, and what neighbours registered for them is theirs, as is what was told of it; so is a place that their
 * WeChat took while it was being taken over. Each step may come again.
 */
import { forgetFaceWords } from '../_shared/records/faces'
import { handOverNotices } from '../_shared/records/notices'
import { dropFaceCopies } from '../_shared/records/openids'
import { handOverRegistration, registrationsOf } from '../_shared/records/registrations'
import { handOverSeats, passSeats, takenBy } from '../_shared/records/seat-books'
import { agreeWithBook } from '../_shared/seating/agree-with-book'

export async function takeOver(personKey: string): Promise<void> {
  await forgetFaceWords(personKey)
  await dropFaceCopies(personKey)
  for (const { eventId, by } of await registrationsOf(personKey, 1000)) {
    if (by === personKey) continue
    // The book first: after a crash the document still says that it is to be done.
    await handOverSeats(eventId, personKey, by)
    await handOverRegistration(eventId, personKey, by)
  }
  await handOverNotices(personKey)
}

/** A confirmed place is never taken away. `from`: the key that the WeChat had; what stands under it otherwise goes with it. */
export async function passOn(eventId: string, from: string, to: string, at: string): Promise<void> {
  const own = await takenBy(eventId, from)
  if (own && own.by === from) await passSeats(eventId, { ...own, personKey: from }, to, own)
  // Passed on before, too, and the crash came before the document.
  const seats = await takenBy(eventId, to)
  if (seats) await agreeWithBook(eventId, to, seats, at)
}
