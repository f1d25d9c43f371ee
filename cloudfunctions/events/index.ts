import { callCampaign, campaignStanding, changeCampaign, listCampaigns, tick, tickable } from '../../contract/events/campaigns'
import { cancelEvent } from '../../contract/events/cancel'
import { changeEvent } from '../../contract/events/change'
import { createEvent } from '../../contract/events/create'
import { listDrafts } from '../../contract/events/drafts'
import { getEvent } from '../../contract/events/get'
import { listEvents } from '../../contract/events/list'
import { pastEvents } from '../../contract/events/past'
import { posterCode } from '../../contract/events/poster-code'
import { publishEvent } from '../../contract/events/publish'
import { rewriteDraft } from '../../contract/events/rewrite'
import { searchEvents } from '../../contract/events/search'
import { bind, serve } from '../_shared/serve'
import { handleCampaign, handleTick, handleTickable } from './campaign'
import { handleCallCampaign, handleCampaigns, handleChangeCampaign } from './campaign-plan'
import { handleCancelEvent } from './cancel'
import { handleChangeEvent } from './change'
import { handleCreateEvent } from './create'
import { handleDrafts } from './drafts'
import { handleGetEvent } from './get'
import { handleListEvents } from './list'
import { handlePast } from './past'
import { handlePosterCode } from './poster-code'
import { handlePublishEvent } from './publish'
import { handleRewriteDraft } from './rewrite'
import { handleSearch } from './search'

export const main = serve('events', [
  bind(listEvents, handleListEvents),
  bind(listDrafts, handleDrafts),
  bind(searchEvents, handleSearch),
  bind(pastEvents, handlePast),
  bind(getEvent, handleGetEvent),
  bind(createEvent, handleCreateEvent),
  bind(rewriteDraft, handleRewriteDraft),
  bind(publishEvent, handlePublishEvent),
  bind(cancelEvent, handleCancelEvent),
  bind(changeEvent, handleChangeEvent),
  bind(posterCode, handlePosterCode),
  bind(listCampaigns, handleCampaigns),
  bind(campaignStanding, handleCampaign),
  bind(callCampaign, handleCallCampaign),
  bind(changeCampaign, handleChangeCampaign),
  bind(tickable, handleTickable),
  bind(tick, handleTick),
])
