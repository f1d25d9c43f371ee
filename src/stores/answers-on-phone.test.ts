import { beforeEach, expect, test, vi } from 'vitest'
import type { Question } from '#contract/events/questions'
import { forgetAnswers, rememberAnswers, rememberedAnswers } from './answers-on-phone'

const { drawers } = vi.hoisted(() => ({ drawers: new Map<string, unknown>() }))
vi.mock('../platform/drawer', () => ({ takeOut: (name: string) => drawers.get(name), putAway: (name: string, content: unknown) => drawers.set(name, content), empty: (name: string) => drawers.delete(name) }))

const lunch = (id: 'q1' | 'q2', options = ['素食', '不限']): Question => ({ id, text: '午餐', kind: 'choice', options, required: true })
const song: Question = { id: 'q3', text: '想听哪一段', kind: 'text', required: false }
const call: Question = { id: 'q4', text: '家里人的电话', kind: 'phone', required: false }

beforeEach(() => drawers.clear())

test('the same question of another event is filled in beforehand, whatever its number', () => {
  rememberAnswers([lunch('q1'), song], { q1: '素食', q3: ' 女驸马 ' })
  expect(rememberedAnswers([song, lunch('q2')])).toEqual({ q2: '素食', q3: '女驸马' })
})

test('a choice that is not offered any more, and a question with other words, stay empty', () => {
  rememberAnswers([lunch('q1'), song], { q1: '素食', q3: '女驸马' })
  expect(rememberedAnswers([lunch('q1', ['米饭', '面条']), { ...song, text: '想唱哪一段' }])).toEqual({})
})

test('a telephone number is not remembered', () => {
  rememberAnswers([call], { q4: '13912345678' })
  expect([...drawers.values()].map((kept) => JSON.stringify(kept))).toEqual(['{}'])
})

test('forgotten, nothing is left; and what somebody else put there is no answer', () => {
  rememberAnswers([song], { q3: '女驸马' })
  forgetAnswers()
  expect(drawers.size).toBe(0)
  for (const odd of [null, 'x', ['a'], { 'text 想听哪一段': 5 }]) {
    drawers.set('answers', odd)
    expect(rememberedAnswers([song])).toEqual({})
  }
})
