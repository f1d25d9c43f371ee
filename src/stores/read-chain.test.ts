import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesBeyond, readChain } from './read-chain'

const one = (line: string, limit = 6) => {
  const [read] = readChain(`1. ${line}`, limit)
  if (!read) throw new Error('nothing was read')
  return read
}

test.each([
  ['张阿姨', { callName: '张阿姨', building: '', people: 1, children: 0 }],
  ['张阿姨 +1', { callName: '张阿姨', people: 2, children: 0 }],
  ['张阿姨 +1 带孙子', { callName: '张阿姨', people: 2, children: 1 }],
  ['张阿姨+2带孙子', { callName: '张阿姨', people: 3, children: 1 }],
  ['李叔 带孙女', { callName: '李叔', people: 2, children: 1 }],
  ['李叔 带两个孩子', { callName: '李叔', people: 3, children: 2 }],
  ['王奶奶 3号楼2单元', { callName: '王奶奶', building: '3号楼2单元', people: 1 }],
  ['3-2-501 王奶奶 2人', { callName: '王奶奶', building: '3-2-501', people: 2 }],
  ['老赵 夫妻', { callName: '老赵', people: 2, children: 0 }],
  ['小陈 2大1小', { callName: '小陈', people: 3, children: 1 }],
  ['周姐，三人', { callName: '周姐', people: 3 }],
  ['周姐 ＋１', { callName: '周姐', people: 2 }],
  ['吴师傅 报名 [强]', { callName: '吴师傅', people: 1 }],
  ['欧阳老师🌹', { callName: '欧阳老师', people: 1 }],
])('%s is clear', (line, wanted) => {
  expect(one(line)).toMatchObject({ ...wanted, unclear: [], chosen: true })
})

test.each([
  ['一家三口', /几个孩子/], ['张阿姨 替李叔报', /看不懂/], ['张阿姨 13912345678', /电话/], ['张阿姨 不去了', /不来/], ['+1', /没有称呼/], ['母女', /没有称呼/],
  ['张阿姨 +7', /一家最多报 6 人/], ['张阿姨 3人 +1', /两样/], ['阿布都热合曼江吐尔逊买买提', /称呼太长/], ['张阿姨 晚点到', /看不懂“晚点到”/],
])('%s is marked and not chosen', (line, why) => {
  const read = one(line)
  expect([read.chosen, read.unclear.join()]).toEqual([false, expect.stringMatching(why)])
})

test('a number on the telephone is nowhere in what is read', () => {
  const { text: _pasted, ...read } = one('张阿姨 139 1234 5678 +1')
  expect(JSON.stringify(read)).not.toMatch(/139|5678/)
  expect(read).toMatchObject({ callName: '张阿姨', people: 2 })
})

test('as WeChat writes it: the title and the example are no lines, however the numbers are written', () => {
  const pasted = '#接龙\n12月4日防诈骗讲座，14:30\n例 1. 张三 +1\n\n1. 张阿姨\n2、李叔 +1\n3．王奶奶 2号楼\n（4）周姐\n⑤ 老赵'
  expect(readChain(pasted, 6).map(({ callName, people }) => [callName, people])).toEqual([['张阿姨', 1], ['李叔', 2], ['王奶奶', 1], ['周姐', 1], ['老赵', 1]])
})
test('without any numbers every line is one', () => {
  expect(readChain('报名接龙\n张阿姨\n李叔 +1', 6).map(({ callName }) => callName)).toEqual(['张阿姨', '李叔'])
})
test('two of the same words are one person until the building tells them apart', () => {
  const [first, second, third] = readChain('1. 王奶奶\n2. 王奶奶\n3. 王奶奶 2号楼', 6)
  expect([first?.chosen, second?.chosen, third?.chosen]).toEqual([true, false, true])
  expect(second?.unclear[0]).toContain('和第 1 行是同一个称呼')
})
test('more than 200 lines are read in parts, and it is said how many are left', () => {
  const pasted = Array.from({ length: 230 }, (_, i) => `${i + 1}. 邻居${i + 1}`).join('\n')
  expect([readChain(pasted, 6).length, linesBeyond(pasted)]).toEqual([200, 30])
})
test('whatever is pasted: no line is lost, a party has an adult, and what is chosen can be sent', () => {
  const word = fc.constantFrom('张阿姨', '+1', '带孙子', '3号楼', '2人', '一家三口', '13912345678', '不去了', '=1+1', '​', '王', '2大1小', '带10个孩子', '\u202e', '九')
  fc.assert(fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 6 }), (words) => {
    const line = words.join(' ').replace(/[\r\n]/g, ' ')
    const read = readChain(`1. ${line}\n2. 李叔`, 6)
    expect(read).toHaveLength(2)
    for (const { people, children, chosen, callName } of read) {
      expect(children).toBeLessThan(people)
      if (chosen) expect([people >= 1 && people <= 6, callName.length > 0 && [...callName].length <= 12]).toEqual([true, true])
    }
  }), { numRuns: 500 })
})
