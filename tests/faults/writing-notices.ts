/** A published event becomes another one, and people hear of it. */
import { changeEvent } from '../../contract/events/change'
import { myNotices } from '../../contract/notices/mine'
import { seenNotices } from '../../contract/notices/seen'
import type { Sent } from '../../emulator/world/call-function'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { registers, type WritingCall } from './writing-call'

const inTwoDays = { sessions: [session(2), session(3)] }
/** As of what stands there now. */
const changing = ({ cloud }: Evening, eventId: string, more: Partial<Sent<typeof changeEvent>>) => ({ recordId: newRecordId(), eventId, seen: Number(cloud.db.find('events', { _id: eventId })[0]?.['changed']), ...more })
const tells = (evening: Evening) => async () => (await evening.cloud.invoke('notices', { source: 'timer' })) as { ok: boolean }

/** 张阿姨 comes with two, 老李 waits, both to the first session. */
async function oneWaits(evening: Evening): Promise<string> {
  const eventId = await evening.publish(inTwoDays)
  await registers(evening, 'zhang', eventId, { partySize: 2 })
  await registers(evening, 'li', eventId, { partySize: 2, callName: '老李' })
  return eventId
}

export const noticeCalls: readonly WritingCall[] = [
  {
    call: 'events/change', when: 'place and time, with one who comes and one who waits',
    async stage(evening) {
      const eventId = await oneWaits(evening)
      const { startsAt, endsAt } = session(4)
      const input = changing(evening, eventId, { placeName: '二楼大厅', bring: '水杯', closesAt: session(1).startsAt, sessions: [{ id: `${eventId}-s1`, startsAt, endsAt }] })
      return () => evening.call('lin', changeEvent, input)
    },
  },
  {
    call: 'events/change', when: 'more places, and somebody waits for one',
    async stage(evening) {
      const eventId = await oneWaits(evening)
      const input = changing(evening, eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 5 }] })
      return () => evening.call('lin', changeEvent, input)
    },
  },
  {
    call: 'events/change', when: 'fewer places than are taken, by the street',
    async stage(evening) {
      const eventId = await oneWaits(evening)
      const input = changing(evening, eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 1 }] })
      return () => evening.call('he', changeEvent, input)
    },
  },
  {
    call: 'notices/tell', when: 'two changes and an evening before',
    async stage(evening) {
      const eventId = await oneWaits(evening)
      for (const more of [{ placeName: '二楼大厅' }, { sessions: [{ id: `${eventId}-s1`, capacity: 9 }] }, { placeNote: '东门' }]) valueOf(await evening.call('lin', changeEvent, changing(evening, eventId, more)))
      const tomorrow = await evening.publish({ sessions: [session(1)] })
      await registers(evening, 'zhang', tomorrow)
      evening.cloud.db.update('registrations', { eventId: tomorrow }, { $set: { registeredAt: '2026-11-27T09:00:00.000Z' } })
      evening.cloud.db.update('seat-books', { _id: tomorrow }, { $set: { 'taken.p-zhang.at': '2026-11-27T09:00:00.000Z' } })
      return tells(evening)
    },
  },
  {
    call: 'notices/seen', when: 'for the first time',
    async stage(evening) {
      const eventId = await oneWaits(evening)
      valueOf(await evening.call('lin', changeEvent, changing(evening, eventId, { placeName: '二楼大厅' })))
      await tells(evening)()
      const ids = valueOf(await evening.call('zhang', myNotices, {})).notices.map(({ id }) => id)
      return () => evening.call('zhang', seenNotices, { ids })
    },
  },
]
