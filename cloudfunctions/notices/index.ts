import { myNotices } from '../../contract/notices/mine'
import { seenNotices } from '../../contract/notices/seen'
import { unseenChange, unseenCounts } from '../../contract/notices/unseen'
import { bind, serve } from '../_shared/serve'
import { handleMine } from './mine'
import { handleSeen } from './seen'
import { tell } from './tell'
import { handleUnseen, handleUnseenCounts } from './unseen'

export const main = serve('notices', [
  bind(myNotices, handleMine),
  bind(seenNotices, handleSeen),
  bind(unseenChange, handleUnseen),
  bind(unseenCounts, handleUnseenCounts),
], tell)
