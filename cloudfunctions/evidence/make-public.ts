import { makePhotoPublic } from '../../contract/evidence/make-public'
import { findEvent } from '../_shared/records/events'
import type { PhotoRecord } from '../_shared/records/facts'
import { addressesOf } from '../_shared/records/files'
import { takeEarlyFinding } from '../_shared/records/findings'
import { mayNow } from '../_shared/records/grants'
import { findPhoto, hidePhoto, keepQuestion } from '../_shared/records/photos'
import { inTransaction } from '../_shared/records/transaction'
import { instant } from '../_shared/rules/calendar'
import { mayBeAskedAbout, shownOf } from '../_shared/rules/photo-shown'
import type { Handler } from '../_shared/serve'

/** WeChat is asked first, outside of the transaction; a question that is then not kept is one whose answer shows nothing. */
export const handleMakePublic: Handler<typeof makePhotoPublic> = async (input, { caller, now, refuse }) => {
  const event = await findEvent(input.eventId)
  if (!event || !caller.may(makePhotoPublic.name, event.path)) return refuse('event-not-found')
  const photo = await findPhoto(input.photoId)
  if (!photo || photo.eventId !== event._id || photo.unsettled) return refuse('no-such-photo')
  if (input.public && !input.noChildSeen) return refuse('children-not-ruled-out')
  const traceId = input.public && mayBeAskedAbout(shownOf(photo, now)) ? await ask(photo) : null
  const mine = { by: caller.personKey, at: instant(now) }

  const outcome = await inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, makePhotoPublic.name, event.path))) return refuse('event-not-found')
    const current = await transaction.find<PhotoRecord>('photos', photo._id)
    if (!current) return refuse('no-such-photo')
    const shown = shownOf(current, now)
    if (!input.public) {
      // What WeChat refused stays refused.
      if (shown !== 'private' && shown !== 'refused') await hidePhoto(transaction, current, mine, event.path)
      return { state: 'private' as const }
    }
    if (shown === 'public' || shown === 'checking') return { state: shown }
    if (shown === 'refused') return refuse('not-fit-to-show')
    if (traceId === null) return refuse('cannot-be-checked')
    await keepQuestion(transaction, current, { traceId, ...mine, refused: false }, event.path)
    return { state: 'checking' as const }
  })
  if (traceId !== null) await takeEarlyFinding(traceId)
  return outcome

  async function ask({ fileId }: PhotoRecord): Promise<string | null> {
    const address = (await addressesOf([fileId])).get(fileId)
    return address === undefined ? null : caller.askAboutPicture(address)
  }
}
