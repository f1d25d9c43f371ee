/** 社区概况: a line of each kind, and another value on top. */
import { setProfileLine, type TypedValue } from '../../contract/units/profile'
import type { Sent } from '../../emulator/world/call-function'
import { newRecordId, valueOf } from '../functions/community-evening'
import type { WritingCall } from './writing-call'

const line = (lineId: string, value: TypedValue, more: Partial<Sent<typeof setProfileLine>> = {}): Sent<typeof setProfileLine> => ({ recordId: newRecordId(), unitId: 'yuyin', lineId, rev: 0, value, asOf: '2026-11-01', ...more })

const firsts: readonly [string, TypedValue][] = [
  ['people', { kind: 'number', hundredths: 320_000 }], ['share_60', { kind: 'percent', part: 'people_60', whole: 'people' }], ['founded_on', { kind: 'date', on: '2003-06-01' }],
  ['intro', { kind: 'text', text: '老城里的社区。' }], ['venues', { kind: 'list', items: ['社区活动室', '小广场'] }],
]

export const profileCalls: readonly WritingCall[] = [
  ...firsts.map(([lineId, value]): WritingCall => ({
    call: 'units/set-profile-line', when: `${value.kind}, for the first time`,
    async stage(evening) {
      const input = line(lineId, value)
      return () => evening.call('lin', setProfileLine, input)
    },
  })),
  {
    call: 'units/set-profile-line', when: 'an own line, on top of another value',
    async stage(evening) {
      const own = { name: '便民点', unit: '处' }
      valueOf(await evening.call('lin', setProfileLine, line('own-points', { kind: 'number', hundredths: 300 }, { own })))
      const input = line('own-points', { kind: 'number', hundredths: 400 }, { rev: 1, own })
      return () => evening.call('he', setProfileLine, input)
    },
  },
]
