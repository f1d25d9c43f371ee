/** What was typed survives the end of the app, and nothing else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isSending } from './before-sending'
import { forgetEverything } from './forgettable'
import { typedForms } from './typed'

const { drawers } = vi.hoisted(() => ({ drawers: new Map<string, unknown>() }))
vi.mock('../platform/drawer', () => ({ takeOut: (name: string) => drawers.get(name), putAway: (name: string, content: unknown) => drawers.set(name, structuredClone(content)), empty: (name: string) => drawers.delete(name) }))

const fresh = () => ({ text: '', to: null as string | null, adults: 1, answers: {} as Record<string, string> })
const forms = () => typedForms('one', fresh)
const aWhile = () => vi.advanceTimersByTime(1000)

beforeEach(() => { drawers.clear(); vi.useFakeTimers({ now: Date.parse('2026-11-27T10:20:00.000Z') }) })
afterEach(() => void vi.useRealTimers())

test('it is there when the app starts anew, by what it is about', () => {
  const typed = forms()
  typed.keep('a', { ...fresh(), text: '东门' })
  typed.keep('a', { ...fresh(), text: '东门的路灯', to: 'yuyin', answers: { q1: '素食' } })
  typed.keep('b', { ...fresh(), adults: 2 })
  aWhile()
  expect(forms().read()).toEqual({ a: { text: '东门的路灯', to: 'yuyin', adults: 1, answers: { q1: '素食' } }, b: { text: '', to: null, adults: 2, answers: {} } })
})

test('sent, it is gone at once, also what was not written yet; the others stay', () => {
  const typed = forms()
  typed.keep('a', { ...fresh(), text: '甲' })
  aWhile()
  typed.keep('b', { ...fresh(), text: '乙' })
  typed.keep('a', { ...fresh(), text: '甲乙' })
  typed.drop('a')
  aWhile()
  expect(Object.keys(forms().read())).toEqual(['b'])
  typed.drop('b')
  expect(drawers.size).toBe(0)
})

test('what was typed a moment ago lies there once anything is sent', () => {
  forms().keep('a', { ...fresh(), text: '甲' })
  expect(forms().read()).toEqual({})
  isSending()
  expect(forms().read()).toEqual({ a: { ...fresh(), text: '甲' } })
})

test('after a week it is gone, and of many the newest stay', () => {
  const typed = forms()
  for (let n = 0; n < 12; n += 1) { typed.keep(`e${n}`, fresh()); aWhile() }
  expect(Object.keys(forms().read()).sort()).toEqual(['e10', 'e11', ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `e${n}`)])
  vi.advanceTimersByTime(7 * 86_400_000)
  expect(forms().read()).toEqual({})
})

test('whoever is forgotten leaves nothing that is written afterwards', () => {
  forms().keep('a', { ...fresh(), text: '甲' })
  drawers.clear()
  forgetEverything()
  aWhile()
  expect(drawers.size).toBe(0)
})

test.each([['nothing', ''], ['a list', []], ['words', 'a'], ['no form', { a: null }], ['a form without its time', { a: { form: { text: '甲' } } }]])('%s in the drawer is no form', (_what, content) => {
  drawers.set('typed-one', content)
  expect(forms().read()).toEqual({})
})

test('a field that another version of the app knew differently is empty, the others are kept', () => {
  drawers.set('typed-one', { a: { at: Date.now(), form: { text: 7, to: 'yuyin', adults: '2', answers: [], unknown: 1 } } })
  expect(forms().read()).toEqual({ a: { ...fresh(), to: 'yuyin' } })
})
