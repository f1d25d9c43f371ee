import { expect, test } from 'vitest'
import { textOfWord } from '../../../tests/word-text'
import { blankRows, signInSheetOf, type Sheet } from './sign-in-sheet'

const parties = (n: number) => Array.from({ length: n }, (_, i) => ({ number: i + 1, callName: i % 20 === 7 ? '张阿姨' : `邻居${i + 1}`, building: `${i + 1}号楼`, partySize: (i % 4) + 1 }))
const sheet = (n: number): Sheet => ({
  title: '民法典讲座', when: '2026年11月27日　星期五　19:00－20:30', place: '社区活动室', unitName: '榆荫社区', startsAt: '2026-11-27T11:00:00.000Z', countOnly: false, blankFrom: 1, parties: parties(n),
})

test('of two who are called the same it says the building, of nobody else', async () => {
  const words = textOfWord(await signInSheetOf(sheet(30))).split('\n')
  expect(words).toContain('张阿姨（8号楼）')
  expect(words).toContain('张阿姨（28号楼）')
  expect(words).toContain('邻居3')
  expect(words.filter((one) => one.includes('号楼'))).toHaveLength(2)
})
test('blank rows fill the last page, 8 at least, and 30 where nobody registers', () => {
  for (let n = 0; n < 60; n += 1) {
    expect((n + blankRows(n) + 1) % 18).toBe(0)
    expect(blankRows(n)).toBeGreaterThanOrEqual(n === 0 ? 30 : 8)
  }
})
test('the same sheet is the same bytes, another party others', async () => {
  const first = await signInSheetOf(sheet(5))
  expect((await signInSheetOf(sheet(5))).equals(first)).toBe(true)
  expect((await signInSheetOf(sheet(6))).equals(first)).toBe(false)
})
