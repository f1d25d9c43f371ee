import { answersToQuestions } from '../../contract/registrations/answers'
import { answersAt, type AnswersRecord } from '../_shared/records/answers'
import { findEvent, isDraft } from '../_shared/records/events'
import { registrationsFor } from '../_shared/records/registrations'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

/** Three operations for up to 200 who answered. */
export const handleAnswers: Handler<typeof answersToQuestions> = async ({ eventId }, { caller, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || isDraft(event) || !caller.may(answersToQuestions.name, event.path)) return refuse('event-not-found')
  const { title, questions } = event
  if (questions.length === 0) return { title, questions, counts: [], rows: [] }
  const [registered, kept] = await Promise.all([registrationsFor(eventId), answersAt(eventId)])
  const said = new Map(kept.map((record) => [record._id, record]))
  const answersOf = (record: AnswersRecord | undefined) => questions.flatMap(({ id }) => {
    const answer = record?.answers[id]
    return answer === undefined ? [] : [{ questionId: id, value: typeof answer === 'object' ? answer.mask : answer }]
  })
  const rows = registered
    // Only what the registration names counts: beside it may lie what a broken-off wish left.
    .flatMap((one) => (one.status === 'confirmed' && one.said !== null ? [{ one, answers: answersOf(said.get(one.said)) }] : []))
    .filter(({ answers }) => answers.length > 0)
    .sort((a, b) => compare(a.one.registeredAt, b.one.registeredAt) || compare(a.one._id, b.one._id))
    .map(({ one: { personKey, callName, building, partySize }, answers }) => ({ personKey, callName, building, partySize, answers }))
  const counts = questions.flatMap(({ id, options }) => (options === undefined ? [] : [{
    questionId: id,
    options: options.map((option) => ({ option, parties: rows.filter(({ answers }) => answers.some(({ questionId, value }) => questionId === id && value === option)).length })),
  }]))
  return { title, questions, counts, rows }
}
