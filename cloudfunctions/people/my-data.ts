import type { Output } from '../../contract/call'
import type { myData } from '../../contract/people/my-data'
import { personalData } from '../_shared/personal-data'
import { answersOf, type AnswersRecord, type SealedPhone } from '../_shared/records/answers'
import { attendanceOf } from '../_shared/records/attendance'
import { findQuestionedEvents } from '../_shared/records/events'
import { noticesTo } from '../_shared/records/notices'
import { knownSince } from '../_shared/records/openids'
import { facesOf, findPerson } from '../_shared/records/people'
import { registrationsMadeBy } from '../_shared/records/registrations'
import { suggestionsBy } from '../_shared/records/suggestions'
import { findUnits } from '../_shared/records/units'
import { compare, presenceOf } from '../_shared/rules/presence'
import { openPhone } from '../_shared/secrets/phone'
import type { Handler } from '../_shared/serve'

const mostSuggestions = 200
const mostNotices = 200

type Data = Output<typeof myData>

export const handleMyData: Handler<typeof myData> = async (_input, { caller }) => {
  const { personKey, grants } = caller
  const [me, since, faces, made, cameTo, told, written] = await Promise.all([
    findPerson(personKey), knownSince(personKey), facesOf(personKey), registrationsMadeBy(personKey), attendanceOf(personKey), noticesTo(personKey, mostNotices), suggestionsBy(personKey, mostSuggestions),
  ])
  const [events, units, said] = await Promise.all([
    findQuestionedEvents([...made, ...cameTo, ...told].map(({ eventId }) => eventId)),
    findUnits([...grants.map(({ unitId }) => unitId), ...(me?.communityId ? [me.communityId] : [])]),
    answersOf([personKey, ...faces.map(({ _id }) => _id)]),
  ])
  const saidBy = new Map(said.map((one) => [one._id, one]))
  const startOf = (eventId: string, sessionId: string) => events.get(eventId)?.sessions.find(({ id }) => id === sessionId)?.startsAt
  const titleOf = (eventId: string) => events.get(eventId)?.title ?? ''
  return {
    me: { knownSince: since ?? '', callName: me?.callName ?? null, building: me?.building ?? null, community: units.get(me?.communityId ?? '')?.name ?? null },
    roles: grants.map(({ role, unitId }) => ({ role, unitName: units.get(unitId)?.name ?? '' })),
    faces: faces.map(({ callName, building }) => ({ callName: callName ?? '邻居', building })),
    registrations: made.sort((a, b) => compare(b.registeredAt, a.registeredAt)).map((record) => {
      const event = events.get(record.eventId)
      const { status, partySize, children, callName, building, registeredAt, cancelledAt } = record
      const answered = record.said === null ? undefined : saidBy.get(record.said)
      return {
        title: event?.title ?? '', placeName: event?.placeName ?? '', eventStatus: event?.status ?? 'cancelled', startsAt: record.sessions.flatMap((key) => startOf(record.eventId, `${record.eventId}-${key}`) ?? []),
        status, partySize, children, callName, building, registeredAt, cancelledAt, neighbour: record.personKey !== personKey,
        phone: answered?.phone ? opened(record.personKey, answered.phone) : record.phoneMask, answers: answered ? answersIn(answered, event?.questions ?? []) : [],
      }
    }),
    checkIns: cameTo.flatMap((record) => {
      const presence = presenceOf(record)
      const startsAt = startOf(record.eventId, record.sessionId)
      const mark = presence && record.marks[presence.marks.at(-1) ?? '']
      if (!presence || !mark || startsAt === undefined) return []
      const { device: deviceAt, offsetMs, received: receivedAt } = mark.clocks
      return [{ title: titleOf(record.eventId), startsAt, people: presence.present, at: presence.at, deviceAt, offsetMs, receivedAt }]
    }).sort((a, b) => compare(b.at, a.at)),
    notices: told.map(({ kind, eventId, at }) => ({ kind, title: titleOf(eventId), at })),
    suggestions: written.map(({ text, callName, sentAt, answers }) => ({ text, callName, sentAt, answers: answers.map((one) => ({ text: one.text, at: one.at })) })),
    about,
  }
}

function answersIn(record: AnswersRecord, questions: readonly { id: string; text: string }[]) {
  return Object.entries(record.answers).map(([id, answer]) => ({
    question: questions.find((one) => one.id === id)?.text ?? '', answer: typeof answer === 'object' ? opened(record.personKey, answer) : String(answer),
  }))
}

/** One's own number in full; masked where its key is gone. */
function opened(personKey: string, { sealed, mask }: SealedPhone): string {
  return openPhone(personKey, sealed) ?? mask
}

/** The inventory's words, from where they stand. */
const about: Data['about'] = {
  wechat: wordsOf('openids', '_id'), me: wordsOf('people', 'callName'), faces: wordsOf('faces', 'callName'), registrations: wordsOf('registrations', 'callName'),
  phones: wordsOf('answers', 'phone.sealed'), answers: wordsOf('answers', 'answers.*'), checkIns: wordsOf('attendance', 'marks.*.at'), notices: wordsOf('notices', 'kind'), suggestions: wordsOf('suggestions', 'text'),
}

function wordsOf(collection: string, field: string) {
  const row = personalData[collection]?.find(({ fields }) => fields.split(' ').includes(field))
  if (!row) throw new Error(`the inventory has no row for ${field} of ${collection}`)
  const { purpose: why, kept, seenBy } = row
  return { why, kept, seenBy }
}
