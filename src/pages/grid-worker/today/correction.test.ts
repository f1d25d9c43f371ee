import { describe, expect, test, vi } from 'vitest'
import { correctedSentence, correctionOf, formOf, goneWords, reasons, type CorrectionForm, type Reason } from './correction'
import type { LoggedEntry } from '../../../stores/work'

vi.mock('../../../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

const stamp = { recordId: 'abcdefghijklmnopqrstuvwx', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
const visits: LoggedEntry = {
  id: 'entry-1', rev: 2, indicator: 'households_visited', quantity: 60, softness: 'exact', on: '2026-11-27', unit: { id: 'yuyin-3', name: '第3网格', level: 'grid' },
  note: null, withdrawn: false, event: null, loggedAt: '2026-11-27T09:00:00.000Z', own: true, photos: 0,
}
const same = { ...stamp, entryId: 'entry-1', rev: 2, quantity: 60, softness: 'exact', on: '2026-11-27' }
const form = (reason: Reason | null, part: Partial<CorrectionForm['entry']> = {}, entry = visits): CorrectionForm => ({ reason, entry: { ...formOf(entry).entry, ...part } })

test('a miscount becomes the new number', () => {
  expect(correctionOf(visits, form('数错了', { typed: '6' }), stamp)).toEqual({ ...same, quantity: 6, reason: '数错了' })
})

test('a soft number, money and no number come into the form as they were logged', () => {
  expect(formOf({ ...visits, indicator: 'leaflets_given', quantity: 240, softness: 'over' }).entry).toMatchObject({ typed: '240', counting: 'soft', softWord: 'over' })
  expect(formOf({ ...visits, indicator: 'money_donated', quantity: 35005 }).entry).toMatchObject({ typed: '350.05', counting: 'exact' })
  expect(formOf({ ...visits, quantity: null }).entry).toMatchObject({ typed: '', counting: 'none' })
})

describe('what the reason is not about stays as it was', () => {
  test.each(['重复记录', '没有发生'] as const)('%s takes the entry back, with the number it had', (reason) => {
    expect(correctionOf(visits, form(reason, { typed: '6', on: '2026-11-25' }), stamp)).toEqual({ ...same, reason, withdrawn: true })
  })
  test('another day keeps the number', () => {
    expect(correctionOf(visits, form('日期不对', { typed: '6', on: '2026-11-25' }), stamp)).toEqual({ ...same, on: '2026-11-25', reason: '日期不对' })
  })
})

test.each<[Reason | null, Partial<CorrectionForm['entry']>]>([[null, { typed: '6' }], ['数错了', {}], ['数错了', { typed: '' }], ['日期不对', { typed: '6' }]])('%j with %j is no correction yet', (reason, part) => {
  expect(correctionOf(visits, form(reason, part), stamp)).toHaveProperty('missing')
})

test('every reason is offered', () => expect(reasons.map(({ text }) => text)).toEqual(['数错了', '重复记录', '日期不对', '没有发生']))

test('the sentences say what becomes of the entry', () => {
  const back = { ...same, softness: 'exact' as const, reason: '没有发生', withdrawn: true }
  expect(correctedSentence(visits, { ...visits, quantity: 6 })).toBe('11月27日，第3网格，入户走访 6 户次')
  expect(correctedSentence(visits, back)).toBe('11月27日，第3网格，入户走访 60 户次，不再计入任何合计')
  expect(correctedSentence({ ...visits, quantity: null }, { ...back, quantity: null })).toBe('11月27日，第3网格，入户走访，没有数，不再计入任何合计')
  expect(goneWords(visits, back)).toBe('更正记下了：入户走访这一笔不再计入任何合计')
  expect(goneWords(visits, { ...back, withdrawn: false, on: '2026-11-25' })).toBe('更正记下了：入户走访这一笔改到11月25日')
  expect(goneWords(visits, { ...back, withdrawn: false, quantity: 6 })).toBeNull()
})
