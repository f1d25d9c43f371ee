import { register } from '../../contract/registrations/register'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import type { Sent } from '../../emulator/world/call-function'
import type { CastId } from '../../emulator/world/cast'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import type { Walk } from './walk-operations'

export interface WritingCall {
  call: CallName
  when: string
  /** Brings the world to where the call is made, and returns the call; `parts`: as in a walk. */
  stage(evening: Evening): Promise<Walk['call'] & Pick<Walk, 'parts'>>
}

/** Before everything that is walked, and after what devices say. */
export const earlier = '2026-11-27T10:20:01.000Z'
/** When the device says that it happened. */
export const tapped = { at: '2026-11-27T10:20:00.000Z', offsetMs: 0 } as const

export const wish = (eventId: string, more: Partial<Sent<typeof register>> = {}): Sent<typeof register> => ({
  recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', building: '3号楼', ...more,
})

export async function registers(evening: Evening, who: CastId, eventId: string, more: Partial<Sent<typeof register>> = {}): Promise<void> {
  valueOf(await evening.call(who, register, wish(eventId, more)))
}
