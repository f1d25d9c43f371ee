import { expect, test } from 'vitest'
import { checkCampaign, emptyCampaign, formOf, itemsOf, newList, type CampaignForm } from './campaign-form'

const form: CampaignForm = { ...emptyCampaign('2026-11-27'), name: '民族团结进步宣传月' }
const list = (name: string, items: string) => ({ ...newList([], '2026-11-01'), name, items })

test('a name and two days are enough', () => {
  expect(checkCampaign(form)).toEqual({ ok: true, plan: { name: '民族团结进步宣传月', from: '2026-11-01', to: '2026-11-30', basis: [], leadingGroup: [], checklists: [] } })
})
test('五个一 has five; numbers before the lines are no words of theirs', () => {
  const five = '1. 办一场晚会\n2、出一期专栏\n三、讲一堂课\n看一部电影\n（5）走一次访'
  expect(checkCampaign({ ...form, lists: [list('五个一', five)] })).toMatchObject({ ok: true, plan: { checklists: [{ id: 'c1', items: [{ id: 'i1', text: '办一场晚会' }, { id: 'i2', text: '出一期专栏' }, { id: 'i3', text: '讲一堂课' }, { id: 'i4', text: '看一部电影' }, { id: 'i5', text: '走一次访' }] }] } })
  expect(checkCampaign({ ...form, lists: [list('五个一', '办一场晚会\n出一期专栏')] })).toEqual({ ok: false, errors: { list0: '“五个一”要有 5 项，现在是 2 项' } })
  expect(checkCampaign({ ...form, lists: [list('', '')] })).toEqual({ ok: false, errors: { list0: '请填写清单名称' } })
})
test('an office is no name', () => {
  expect(checkCampaign({ ...form, heads: '社区主任', members: '综治办、第1网格网格员' })).toMatchObject({ ok: true, plan: { leadingGroup: [{ part: '组长', office: '社区主任' }, { part: '成员', office: '综治办' }, { part: '成员', office: '第1网格网格员' }] } })
  expect(checkCampaign({ ...form, heads: '王建国' })).toEqual({ ok: false, errors: { leadingGroup: '只写单位和职务，不写姓名，例如 社区主任' } })
})
test('a last day before the first says so', () => {
  expect(checkCampaign({ ...form, to: '2026-10-31' })).toEqual({ ok: false, errors: { from: '最后一天要不早于第一天' } })
})
test('an item keeps its id while its words stay, or its place does; what is new gets one that was never used', () => {
  const before = [{ id: 'i1', text: '办一场晚会' }, { id: 'i2', text: '出一期专栏' }, { id: 'i3', text: '讲一堂课' }]
  expect(itemsOf({ before, items: '出一期专栏\n办一场晚会\n讲一堂课' }).map(({ id }) => id)).toEqual(['i2', 'i1', 'i3'])
  expect(itemsOf({ before, items: '办一场晚会\n出两期专栏\n讲一堂课' })).toEqual([{ id: 'i1', text: '办一场晚会' }, { id: 'i2', text: '出两期专栏' }, { id: 'i3', text: '讲一堂课' }])
  expect(itemsOf({ before, items: '办一场晚会\n讲一堂课\n看一部电影\n走一次访' }).map(({ id }) => id)).toEqual(['i1', 'i3', 'i4', 'i5'])
})
test('opened and saved again it is the same plan', () => {
  const standing = {
    id: 'c', name: '宣传月', ordinal: '第十二个', theme: '共同团结奋斗', from: '2026-11-01', to: '2026-11-30', unit: { id: 'yuyin', name: '榆荫社区', level: 'community' as const }, version: 2, parent: { id: 'p', name: '大的' },
    basis: ['通知一', '通知二'], leadingGroup: [{ part: '组长' as const, office: '社区主任' }], own: true, more: false,
    checklists: [{ id: 'c2', name: '两个一', on: '2026-11-01', items: [{ id: 'c2-i4', text: '办一场晚会', ticked: true, facts: [] }, { id: 'c2-i7', text: '出一期专栏', ticked: false, facts: [] }] }],
  }
  expect(checkCampaign(formOf(standing))).toEqual({ ok: true, plan: {
    name: '宣传月', ordinal: '第十二个', theme: '共同团结奋斗', from: '2026-11-01', to: '2026-11-30', parentId: 'p', basis: ['通知一', '通知二'], leadingGroup: [{ part: '组长', office: '社区主任' }],
    checklists: [{ id: 'c2', name: '两个一', on: '2026-11-01', items: [{ id: 'i4', text: '办一场晚会' }, { id: 'i7', text: '出一期专栏' }] }],
  } })
})
