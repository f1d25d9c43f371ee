import type { seenNotices } from '../../contract/notices/seen'
import { markSeen } from '../_shared/records/notices'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleSeen: Handler<typeof seenNotices> = async ({ ids }, { caller, now }) => {
  await markSeen(caller.personKey, ids, instant(now))
  return {}
}
