import { sendQueue } from '../../contract/queue/send'
import { bind, serve } from '../_shared/serve'
import { handleSend } from './send'

export const main = serve('queue', [bind(sendQueue, handleSend)])
