import { expect, test } from 'vitest'
import { eventKindNames } from '#contract/events/kinds'
import { checkForm } from './check-form'
import { emptyForm } from './event-form'
import { ofKind } from './event-templates'

const empty = emptyForm('2026-11-27')

test('an event of any kind is ready with a name and a place', () => {
  for (const kind of eventKindNames) {
    const form = { ...empty, ...ofKind(empty, kind), title: '活动', placeName: '活动室' }
    expect([kind, checkForm(form, { id: 'yuyin', name: '榆荫社区' }, 'abcdefghijklmnop').ok]).toEqual([kind, true])
  }
})
test('another kind changes what still stands as the template had it, and nothing that was typed', () => {
  const gala = { ...empty, ...ofKind(empty, 'gala') }
  expect(gala).toMatchObject({ startsAt: '19:00', capacity: '120', cancel: 'two-hours' })
  const typed = { ...gala, capacity: '80', title: '中秋晚会' }
  expect({ ...typed, ...ofKind(typed, 'talk') }).toMatchObject({ kind: 'talk', startsAt: '09:30', capacity: '80', title: '中秋晚会', cancel: 'start' })
})
test('what is open to everybody on the street is counted and not named', () => {
  for (const kind of ['free_clinic', 'publicity_stall', 'donation_drive'] as const) expect(ofKind(empty, kind)).toMatchObject({ countOnly: true })
})
