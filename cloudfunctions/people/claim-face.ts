import { claimFace } from '../../contract/people/claim-face'
import { attendanceOf } from '../_shared/records/attendance'
import { audited } from '../_shared/records/audit'
import { beginTakeover } from '../_shared/records/erasures'
import { dropFaceCopies, openidOfPerson, type OpenidRecord } from '../_shared/records/openids'
import { facesOf, findPerson, type PersonRecord } from '../_shared/records/people'
import { registrationsOf } from '../_shared/records/registrations'
import { suggestionsBy } from '../_shared/records/suggestions'
import { inTransaction } from '../_shared/records/transaction'
import { findUnits } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import { faceOfCode } from '../_shared/secrets/face-code'
import type { Handler } from '../_shared/serve'
import { takeOver } from './take-over'

/** One answer for a code that never was, is over, or whose face has a WeChat by now. */
export const handleClaimFace: Handler<typeof claimFace> = async ({ code }, { caller, now, refuse }) => {
  const at = instant(now)
  const face = faceOfCode(code, now)
  const person = face === null ? null : await findPerson(face)
  if (face === null || !person) return refuse('code-not-valid')
  const callName = person.callName ?? '邻居'
  if (caller.personKey !== face) {
    const { personKey } = caller
    const openid = await openidOfPerson(personKey)
    const path = (await findUnits([person.communityId ?? ''])).get(person.communityId ?? '')?.path
    if (openid === null || !path) return refuse('code-not-valid')
    const outcome = await inTransaction(async (transaction) => {
      const known = await transaction.find<OpenidRecord>('openids', openid)
      if (known?.personKey === face) return 'taken over' // before the answer was lost
      const now = await transaction.find<PersonRecord>('people', face)
      if (!known || known.personKey !== personKey || known.leaving || !now || now.ownWechat) return 'not valid'
      if (known.roles.length > 0 || (await hasRecords(personKey))) return 'has records'
      // Where it breaks off from here on, no neighbour registers her by a copy.
      await dropFaceCopies(face)
      await beginTakeover(transaction, known, now, at)
      await audited(transaction, path, { action: claimFace.name, by: personKey, about: face, facts: {} }, at)
      return 'taken over'
    })
    if (outcome !== 'taken over') return refuse(outcome === 'not valid' ? 'code-not-valid' : 'has-own-records')
  }
  await takeOver(face)
  return { callName }
}

/** What would be lost, or would make two people of one or one of two. Asked inside, as late as can be; what is still under way then goes along (take-over.ts). */
async function hasRecords(personKey: string): Promise<boolean> {
  const [made, cameTo, faces, written] = await Promise.all([registrationsOf(personKey, 1), attendanceOf(personKey), facesOf(personKey), suggestionsBy(personKey, 1)])
  return made.length + cameTo.length + faces.length + written.length > 0
}
