import { cancelEvent } from '../../contract/events/cancel'
import { changeEvent } from '../../contract/events/change'
import { createEvent } from '../../contract/events/create'
import { listDrafts } from '../../contract/events/drafts'
import { getEvent } from '../../contract/events/get'
import { listEvents } from '../../contract/events/list'
import { posterCode } from '../../contract/events/poster-code'
import { publishEvent } from '../../contract/events/publish'
import { bind, serve } from '../_shared/serve'
import { handleCancelEvent } from './cancel'
import { handleChangeEvent } from './change'
import { handleCreateEvent } from './create'
import { handleDrafts } from './drafts'
import { handleGetEvent } from './get'
import { handleListEvents } from './list'
import { handlePosterCode } from './poster-code'
import { handlePublishEvent } from './publish'

export const main = serve('events', [
  bind(listEvents, handleListEvents),
  bind(listDrafts, handleDrafts),
  bind(getEvent, handleGetEvent),
  bind(createEvent, handleCreateEvent),
  bind(publishEvent, handlePublishEvent),
  bind(cancelEvent, handleCancelEvent),
  bind(changeEvent, handleChangeEvent),
  bind(posterCode, handlePosterCode),
])
