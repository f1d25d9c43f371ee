/** Answers to the event's own questions for a whole 接龙: one for everybody, and another where a line says so. */
import { useState } from 'react'
import type { Question } from '#contract/events/questions'
import { checkAnswers } from '../../../stores/registrations-form'

type Typed = Record<string, string>

export function useAnswers(questions: readonly Question[]) {
  const [everybody, setEverybody] = useState<Typed>({})
  const [apart, setApart] = useState<Record<number, Typed>>({})
  const typedAt = (index: number) => (id: string) => apart[index]?.[id] ?? everybody[id] ?? ''
  return {
    everybody, typedAt,
    setEverybody: (id: string, typed: string) => setEverybody((before) => ({ ...before, [id]: typed })),
    setApart: (index: number, typed: Typed) => setApart((before) => ({ ...before, [index]: { ...before[index], ...typed } })),
    forgetApart: () => setApart({}),
    checked: (index: number) => checkAnswers(questions, typedAt(index)),
    /** 午餐：素食；… As far as it is answered. */
    inWords: (index: number) => questions.flatMap(({ id, text }) => (typedAt(index)(id).trim() === '' ? [] : [`${text}：${typedAt(index)(id).trim()}`])).join('；'),
  }
}
