import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PersonKey, text } from './values'

const ends = ['\n', '\r\n', '\u2028', '\u2029', '\u0085']

test.each(ends)('a name is one line: nothing may tear a card, a row or a heading (%j)', (end) => {
  const answer = v.safeParse(text('活动名称', 40), `戏曲${end}晚会`)
  expect(answer.success).toBe(false)
})
test('the line end of a pasted name is cut off with the spaces around it', () => {
  expect(v.parse(text('活动名称', 40), ' 戏曲晚会\n')).toBe('戏曲晚会')
})
test('it says which field and what is wrong', () => {
  expect(v.safeParse(text('地点', 40), '一楼\n大厅').issues?.[0].message).toBe('地点要写成一行')
})
test('a note may have lines, but no other control characters', () => {
  expect(v.parse(text('备注', 200, 'lines'), '菜市场门口\n两处')).toBe('菜市场门口\n两处')
  expect(v.safeParse(text('备注', 200, 'lines'), '菜\u0007场').success).toBe(false)
})

test.each(['p0a1b2c3d4e5f60718293a4b5', 'f0a1b2c3d4e5f60718293a4b', 'p-zhang'])('%s can be somebody', (key) => {
  expect(v.safeParse(PersonKey, key).success).toBe(true)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', ''])('nobody is called "%s": a person is a field of the seat book', (key) => {
  expect(v.safeParse(PersonKey, key).success).toBe(false)
})
