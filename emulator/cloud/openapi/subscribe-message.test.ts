import { expect, test } from 'vitest'
import { SubscribeMessage } from './subscribe-message'

const messages = new SubscribeMessage(() => ['pages/event'])
const data = { thing1: { value: '重阳节包饺子' }, time2: { value: '2017年10月28日 09:00' } }
const send = (changed: object = {}) => () => messages.send({ touser: 'o-zhang', template_id: 't1', data, ...changed })
const refusedAs = (errcode: number) => expect.objectContaining({ errcode }) as Error

test('one consent is one message, of that template, to that person', () => {
  expect(send()).toThrow(refusedAs(43101))
  messages.subscribe('o-zhang', 't1')
  messages.subscribe('o-zhang', 't1')
  expect(send({ template_id: 't2' })).toThrow(refusedAs(43101))
  expect(send({ touser: 'o-li' })).toThrow(refusedAs(43101))
  send()()
  send()()
  expect(send()).toThrow(refusedAs(43101))
})

test('a message that is refused for its form uses no consent up', () => {
  messages.subscribe('o-zhang', 't1')
  for (const touser of ['', undefined, 7]) expect(send({ touser })).toThrow(refusedAs(40003))
  for (const template_id of ['', undefined]) expect(send({ template_id })).toThrow(refusedAs(40037))
  for (const page of ['pages/nowhere', '/pages/event', '']) expect(send({ page })).toThrow(refusedAs(41030))
  for (const wrong of [undefined, {}, { thing1: '文字' }, { thing1: null }, { thing1: { value: '' } }, { nothing1: { value: '1' } }]) expect(send({ data: wrong })).toThrow(refusedAs(47003))
  send({ page: 'pages/event?id=e1' })()
})

const examples: Record<string, { right: (string | number)[]; wrong: string[] }> = {
  thing1: { right: ['字'.repeat(20), '3号楼 Wi-Fi！'], wrong: ['字'.repeat(21), '一\n二'] },
  number01: { right: [12, '-3.5', '1'.repeat(32)], wrong: ['1'.repeat(33), '十二', '1.'] },
  letter3: { right: ['abcXYZ'], wrong: ['abc1', 'a'.repeat(33)] },
  symbol1: { right: ['+-*'], wrong: ['+1', '！！！！！！'] },
  character_string2: { right: ['A-12#b'], wrong: ['编号A', 'x'.repeat(33)] },
  time1: { right: ['15:01', '2019年10月1日 15:01', '09:00~11:30', '9:05:59'], wrong: ['25:00', '9点', '2019年10月1日', '09:00~'] },
  date1: { right: ['2019年10月1日', '2019-10-01 15:01', '10月1日', '2019年10月', '2019.10.01~2019.10.03'], wrong: ['今天', '15:01', '20191001'] },
  amount1: { right: ['¥100.5', '100元'], wrong: ['一百元', '12345678901'] },
  phone_number1: { right: ['+86-0766-66888866'], wrong: ['138 0000 0000 转 1', '1'.repeat(18)] },
  car_number1: { right: ['粤A8Z888挂'], wrong: ['粤A8Z888888'] },
  name1: { right: ['欧阳娜娜', 'Anna Karenina'], wrong: ['张'.repeat(11), 'a'.repeat(21), '小明2'] },
  phrase1: { right: ['配送中'], wrong: ['一二三四五六', 'ok', '好！'] },
}

test.each(Object.entries(examples))('what %s may hold', (key, { right, wrong }) => {
  for (const value of right) {
    messages.subscribe('o-zhang', 't1')
    expect(send({ data: { [key]: { value } } }), `${key} ${value}`).not.toThrow()
  }
  for (const value of wrong) expect(send({ data: { [key]: { value } } }), `${key} ${value}`).toThrow(refusedAs(47003))
})
