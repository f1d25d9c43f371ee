import { revealPhone } from '../../contract/registrations/reveal-phone'
import { audited } from '../_shared/records/audit'
import { findEvent } from '../_shared/records/events'
import { mayNow } from '../_shared/records/grants'
import type { AnswersRecord } from '../_shared/records/answers'
import { registrationId, type RegistrationRecord } from '../_shared/records/registrations'
import { inTransaction } from '../_shared/records/transaction'
import { instant } from '../_shared/rules/calendar'
import { openPhone } from '../_shared/secrets/phone'
import type { Handler } from '../_shared/serve'

/** `reveals/<recordId>`: makes a repeat of the same tap one reveal. It goes with the number. */
interface RevealRecord { _id: string; by: string; of: string; eraseOn: string }

export const handleRevealPhone: Handler<typeof revealPhone> = async ({ recordId, eventId, personKey, reason }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || event.status === 'draft' || !caller.may(revealPhone.name, event.path)) return refuse('event-not-found')
  const of = registrationId(eventId, personKey)
  return inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, revealPhone.name, event.path))) return refuse('event-not-found')
    const known = await transaction.find<RevealRecord>('reveals', recordId)
    if (known && (known.by !== caller.personKey || known.of !== of)) return refuse('record-id-taken')
    const registration = await transaction.find<RegistrationRecord>('registrations', of)
    const kept = registration && registration.status !== 'cancelled' && registration.said !== null ? await transaction.find<AnswersRecord>('answers', registration.said) : null
    const phone = kept && kept.phone && openPhone(personKey, kept.phone.sealed)
    if (!kept || phone === null) return refuse('phone-not-found')
    if (!known) {
      await audited(transaction, event.path, { action: revealPhone.name, by: caller.personKey, about: of, facts: { reason } }, instant(now))
      await transaction.add('reveals', { _id: recordId, by: caller.personKey, of, eraseOn: kept.eraseOn } satisfies RevealRecord)
    }
    return { phone }
  })
}
