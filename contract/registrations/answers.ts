import * as v from 'valibot'
import { defineCall } from '../call'
import { Question, QuestionId } from '../events/questions'
import { Id } from '../values'

/** What the parties with places answered to the event's own questions, in the order in which they came; who answered nothing is absent. */
export const answersToQuestions = defineCall({
  name: 'registrations/answers',
  input: v.object({ eventId: Id }),
  output: v.object({
    title: v.string(),
    questions: v.array(Question),
    /** Of each choice: how many parties took each option, in the order of the options. */
    counts: v.array(v.object({ questionId: QuestionId, options: v.array(v.object({ option: v.string(), parties: v.number() })) })),
    rows: v.array(v.object({
      personKey: Id,
      callName: v.string(),
      building: v.nullable(v.string()),
      partySize: v.number(),
      /** In the order of the questions. A phone is masked. */
      answers: v.array(v.object({ questionId: QuestionId, value: v.union([v.string(), v.number()]) })),
    })),
  }),
  failures: ['event-not-found'],
})
