import { cancelEvent } from '../../contract/events/cancel'
import { createEvent } from '../../contract/events/create'
import { getEvent } from '../../contract/events/get'
import { listEvents } from '../../contract/events/list'
import { publishEvent } from '../../contract/events/publish'
import { bind, serve } from '../_shared/serve'
import { handleCancelEvent } from './cancel'
import { handleCreateEvent } from './create'
import { handleGetEvent } from './get'
import { handleListEvents } from './list'
import { handlePublishEvent } from './publish'

export const main = serve('events', [
  bind(listEvents, handleListEvents),
  bind(getEvent, handleGetEvent),
  bind(createEvent, handleCreateEvent),
  bind(publishEvent, handlePublishEvent),
  bind(cancelEvent, handleCancelEvent),
])
