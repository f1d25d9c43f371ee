import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { findSession, sessionKey, type EventRecord, type SessionRecord } from '../_shared/records/events'
import { registrationsFor } from '../_shared/records/registrations'
import { takeSheet } from '../_shared/records/sheets'
import { instant, shanghaiClock } from '../_shared/rules/calendar'
import { byName } from '../_shared/rules/name-order'
import type { Handler } from '../_shared/serve'
import { blankRows, signInSheetOf, type SheetParty } from './document/sign-in-sheet'

export const handleSignInSheet: Handler<typeof signInSheet> = async ({ recordId, sessionId }, { caller, now, refuse }) => {
  const at = await findSession(sessionId)
  if (at?.event.status !== 'published' || !caller.may(signInSheet.name, at.event.path)) return refuse('session-not-found')
  const { event, session } = at
  const { parties, blankFrom } = await rowsOf(event, session, { by: caller.personKey, at: instant(now), recordId })
  const { title, placeName: place, host, countOnly } = event
  const docx = await signInSheetOf({ title, place, unitName: host.name, startsAt: session.startsAt, when: whenOf(session), countOnly, parties, blankFrom })
  const [, month = '', day = ''] = session.on.split('-')
  return { name: `${fileName(`${title} ${countOnly ? '清点表' : '签到表'} ${Number(month)}月${Number(day)}日`)}.docx`, docx: docx.toString('base64'), rows: parties.length }
}

/** Who is expected, by the numbers they have on every printing. Who has a number and cancelled is left out, and the number with them. */
async function rowsOf(event: EventRecord, session: SessionRecord, taken: { by: string; at: string; recordId: string }): Promise<{ parties: SheetParty[]; blankFrom: number }> {
  const registered = event.countOnly ? [] : await registrationsFor(event._id)
  const expected = registered.filter((one) => one.status === 'confirmed' && one.sessions.includes(sessionKey(session.id))).sort(byName)
  const { numbers, blankFrom } = await takeSheet(event, session, expected.map(({ personKey }) => personKey), { ...taken, blank: blankRows(expected.length) })
  const byKey = new Map(expected.map((one) => [one.personKey, one]))
  const parties = numbers.flatMap((personKey, index) => {
    const one = byKey.get(personKey)
    return one ? [{ number: index + 1, callName: one.callName, building: one.building, partySize: one.partySize }] : []
  })
  return { parties, blankFrom }
}

function whenOf({ on, startsAt, endsAt }: SessionRecord): string {
  const [year, month, day] = on.split('-').map(Number)
  const weekday = '日一二三四五六'[new Date(`${on}T00:00:00.000Z`).getUTCDay()] ?? ''
  return `${year}年${month}月${day}日　星期${weekday}　${shanghaiClock(startsAt)}－${shanghaiClock(endsAt)}`
}

/** As every phone and computer takes it. */
function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()
}
