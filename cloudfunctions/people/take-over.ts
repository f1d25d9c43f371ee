/** A 熟面孔 who has a WeChat by now: nobody finds them among the faces any more, and what neighbours registered for them is theirs. Each step may come again. */
import { forgetFaceWords } from '../_shared/records/faces'
import { handOverRegistration, registrationsOf } from '../_shared/records/registrations'
import { handOverSeats } from '../_shared/records/seat-books'

export async function takeOver(personKey: string): Promise<void> {
  await forgetFaceWords(personKey)
  for (const { eventId, by } of await registrationsOf(personKey, 1000)) {
    if (by === personKey) continue
    // The book first: after a crash the document still says that it is to be done.
    await handOverSeats(eventId, personKey, by)
    await handOverRegistration(eventId, personKey, by)
  }
}
