import { describe, expect, test } from 'vitest'
import { emptySheet, entriesOf, isChosen, nextLine, noted, numbersIn, roomOf, sentenceOf, toggled, type SheetForm } from './sheet-form'
import type { SheetRow } from './sheet-queued'

const row = (number: number | null, more: Partial<SheetRow> = {}): SheetRow =>
  ({ number, personKey: `p-${number ?? 'late'}`, callName: '张阿姨', building: null, partySize: 2, cancelled: false, present: null, source: null, marks: [], ...more })
const rows = [row(1), row(2, { present: 2, source: 'tap', marks: ['m'] }), row(3, { cancelled: true, partySize: 1 }), row(4), row(null)]
const chosen = (form: Partial<SheetForm>) => rows.filter((one) => isChosen(one, { ...emptySheet, ...form })).map(({ personKey }) => personKey)

describe('who is noted', () => {
  test('the tapped ones, and nobody who is in already', () => expect(chosen({ tapped: ['p-1', 'p-2'] })).toEqual(['p-1']))
  test('all on the sheet but the tapped ones; who cancelled or registered since only when tapped', () => {
    expect(chosen({ tap: 'absent' })).toEqual(['p-1', 'p-4'])
    expect(chosen({ tap: 'absent', tapped: ['p-4', 'p-3', 'p-late'] })).toEqual(['p-1', 'p-3', 'p-late'])
  })
  test('a tap turns it and the next turns it back', () => {
    const once = { ...emptySheet, ...toggled(emptySheet, 'p-1') }
    expect(once.tapped).toEqual(['p-1'])
    expect(toggled(once, 'p-1').tapped).toEqual([])
  })
})

describe('what it becomes', () => {
  const form: SheetForm = { ...emptySheet, tapped: ['p-4', 'p-1'], parties: { 'p-4': 1 }, lines: { 2: { people: 3, callName: '王师傅' } }, room: ' 43 ' }
  test('rows in the order of the sheet with who came, blank rows, the room', () => {
    const entries = entriesOf({ rows }, form)
    expect(entries).toEqual([{ what: 'row', personKey: 'p-1', present: 2 }, { what: 'row', personKey: 'p-4', present: 1 }, { what: 'line', line: 2, people: 3, callName: '王师傅' }, { what: 'room', people: 43 }])
    expect(sentenceOf(entries)).toBe('2 行签到，共 3 人；没报名的 3 人；现场共 43 人')
    expect(sentenceOf([])).toBeNull()
  })
  test('what is noted leaves the form, one by one, until nothing is left', () => {
    const left = entriesOf({ rows }, form).reduce(noted, form)
    expect(entriesOf({ rows }, left)).toEqual([])
  })
})

test.each([['', null], [' 43 ', 43], ['0', '没有人来就空着'], ['-2', '只填整数，没数过就空着'], ['4.5', '只填整数，没数过就空着'], ['1000000000', '最多 100000 人，请核对']])('the room, typed as %j', (room, expected) => {
  const read = roomOf({ ...emptySheet, room })
  expect(read !== null && typeof read === 'object' ? read.wrong : read).toBe(expected)
})

describe('numbers read off the sheet', () => {
  test.each([['1 2 3 5', [1, 2, 3, 5]], ['1，2、3,5-7', [1, 2, 3, 5, 6, 7]], ['３ 到 ５号', [3, 4, 5]], ['2 2', [2]], ['  ', []]])('%j', (text, numbers) => expect(numbersIn(text, 12)).toEqual(numbers))
  test.each([['13', '表上是 1 到 12 号，没有 13'], ['0', '表上是 1 到 12 号，没有 0'], ['5-3', '表上是 1 到 12 号，没有 5-3'], ['张', '看不懂“张”，只填序号，像 1 2 3 5-9'], ['1.5e3', '看不懂“5e3”，只填序号，像 1 2 3 5-9']])('%j is asked again', (text, wrong) => expect(numbersIn(text, 12)).toEqual({ wrong }))
  test('before a printing there are none', () => expect(numbersIn('1', 0)).toEqual({ wrong: '表上还没有序号' }))
})

test('the next blank row is the first that nothing was typed in of', () => {
  expect(nextLine([{ line: 1 }, { line: 3 }], { ...emptySheet, lines: { 2: { people: 1, callName: '' } } })).toBe(4)
  expect(nextLine([{ line: 2 }], emptySheet)).toBe(1)
})
