/** The calls whose records may wait on a phone, each with the one handler that it has. */
import { queuedCalls, type QueuedName } from '../../contract/queue/send'
import { bind, type Served } from '../_shared/serve'
import { handleCheckIn } from '../attendance/check-in'
import { handleCheckInCode } from '../attendance/check-in-code'
import { handleHeadcount } from '../attendance/headcount'
import { handleMeetFace } from '../attendance/meet-face'
import { handleUndo } from '../attendance/undo'
import { handleWalkIn } from '../attendance/walk-in'
import { handleCorrect } from '../work/correct'
import { handleLog } from '../work/log'
import { handleQuietMonth } from '../work/quiet-month'

const served: Record<QueuedName, Served> = {
  'attendance/check-in': bind(queuedCalls['attendance/check-in'], handleCheckIn),
  'attendance/check-in-code': bind(queuedCalls['attendance/check-in-code'], handleCheckInCode),
  'attendance/meet-face': bind(queuedCalls['attendance/meet-face'], handleMeetFace),
  'attendance/undo': bind(queuedCalls['attendance/undo'], handleUndo),
  'attendance/walk-in': bind(queuedCalls['attendance/walk-in'], handleWalkIn),
  'attendance/headcount': bind(queuedCalls['attendance/headcount'], handleHeadcount),
  'work/log': bind(queuedCalls['work/log'], handleLog),
  'work/correct': bind(queuedCalls['work/correct'], handleCorrect),
  'work/quiet-month': bind(queuedCalls['work/quiet-month'], handleQuietMonth),
}

/** null: nothing of this name waits in queues. */
export function ownCallOf(name: string): Served | null {
  return Object.hasOwn(served, name) ? served[name as QueuedName] : null
}
