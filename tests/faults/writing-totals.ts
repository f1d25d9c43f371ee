/** The run that keeps totals: begun anew, and with something that came since. */
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { logWork } from '../../contract/work/log'
import { personKeyOf } from '../../emulator/world/cast'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { registers, tapped, type WritingCall } from './writing-call'

const keeping = async (evening: Evening) => (await evening.cloud.invoke('totals', { source: 'timer' })) as { ok: boolean }
const banners = (evening: Evening) => evening.call('chen', logWork, { ...tapped, recordId: newRecordId(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1' })

export const totalsCalls: readonly WritingCall[] = [
  {
    call: 'totals/keep', when: 'nothing is kept yet',
    async stage(evening) {
      valueOf(await banners(evening))
      return () => keeping(evening)
    },
  },
  {
    call: 'totals/keep', when: 'somebody came, somebody counted and somebody wrote since',
    async stage(evening) {
      valueOf(await banners(evening))
      await keeping(evening)
      const eventId = await evening.publish()
      await registers(evening, 'zhang', eventId)
      const at = { ...tapped, sessionId: `${eventId}-s1`, source: 'tap' } as const
      valueOf(await evening.call('chen', checkIn, { ...at, recordId: newRecordId(), personKey: personKeyOf('zhang'), present: 1 }))
      valueOf(await evening.call('chen', headcount, { ...at, recordId: newRecordId(), people: 12, softness: 'exact' }))
      valueOf(await banners(evening))
      return () => keeping(evening)
    },
  },
]
