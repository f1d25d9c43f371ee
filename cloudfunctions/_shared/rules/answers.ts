/** Do these answers answer these questions? The schema has looked at sizes; here each is held against its question. Pure. */
import * as v from 'valibot'
import type { Answers, Question } from '../../../contract/events/questions'
import { Phone, openText } from '../../../contract/values'

const Text = openText('回答', 100)

export function whatIsWrongWithAnswers(questions: readonly Question[], answers: Answers): 'answer-missing' | 'answer-wrong' | null {
  if (Object.keys(answers).some((id) => !questions.some((question) => question.id === id))) return 'answer-wrong'
  for (const question of questions) {
    const answer = answers[question.id]
    if (answer === undefined) {
      if (question.required) return 'answer-missing'
    } else if (!isAnswer(question, answer)) return 'answer-wrong'
  }
  return null
}

function isAnswer({ kind, options }: Question, answer: string | number): boolean {
  if (kind === 'number') return typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer <= 100_000
  if (typeof answer !== 'string') return false
  if (kind === 'choice') return options?.includes(answer) === true
  return v.is(kind === 'phone' ? Phone : Text, answer)
}

/** What of it somebody wrote in their own words: a choice, a number and a phone are none. */
export function wordsTyped(questions: readonly Question[], answers: Answers): string[] {
  return questions.flatMap(({ id, kind }) => (kind === 'text' && typeof answers[id] === 'string' ? [String(answers[id])] : []))
}
