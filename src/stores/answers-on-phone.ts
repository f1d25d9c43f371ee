/**
 * What somebody answered at signing up, so that the next event with the same question is filled in beforehand. It stays on this phone:
 * no call sends it but the registration that it is typed into. Telephone numbers are not remembered.
 */
import type { Question } from '#contract/events/questions'
import { empty, putAway, takeOut } from '../platform/drawer'

const drawer = 'answers'

/** As typed, by question: the same words and kind are the same question, whichever event asks. */
type Remembered = Record<string, string>

/** More than anybody is asked; the oldest go first. */
const mostAnswers = 60

const nameOf = ({ kind, text }: Question) => `${kind} ${text}`

export function rememberAnswers(questions: readonly Question[], answers: Readonly<Record<string, string>>): void {
  const kept = remembered()
  for (const question of questions) {
    const answer = answers[question.id]?.trim() ?? ''
    if (question.kind === 'phone' || answer === '') continue
    delete kept[nameOf(question)]
    kept[nameOf(question)] = answer
  }
  putAway(drawer, Object.fromEntries(Object.entries(kept).slice(-mostAnswers)))
}

/** By question id. A choice that is not offered any more is no answer. */
export function rememberedAnswers(questions: readonly Question[]): Record<string, string> {
  const kept = remembered()
  return Object.fromEntries(questions.flatMap((question): [string, string][] => {
    const answer = kept[nameOf(question)]
    if (answer === undefined || (question.options !== undefined && !question.options.includes(answer))) return []
    return [[question.id, answer]]
  }))
}

/** 清除: nothing of it is left on this phone. */
export function forgetAnswers(): void {
  empty(drawer)
}

function remembered(): Remembered {
  const kept = takeOut(drawer)
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return {}
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
