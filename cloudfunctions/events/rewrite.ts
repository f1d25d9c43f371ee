import { rewriteDraft } from '../../contract/events/rewrite'
import { isCampaignFor } from '../_shared/records/campaigns'
import { writeDraft } from '../_shared/records/event-changes'
import { findEvent, isSamePlan, replanned } from '../_shared/records/events'
import { whatIsWrongWith } from '../_shared/rules/event-plan'
import type { Handler } from '../_shared/serve'
import { wordsOfPlan } from './words-of-plan'

/** One conditional write: of the version that was looked at, while it is a draft. */
export const handleRewriteDraft: Handler<typeof rewriteDraft> = async ({ eventId, seen, ...plan }, { caller, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || !caller.may(rewriteDraft.name, event.path)) return refuse('event-not-found')
  const planned = replanned(event, plan)
  const wrong = whatIsWrongWith(planned)
  if (wrong) return refuse(wrong)
  const done = { eventId, version: event.changed }
  if (event.status === 'published') return refuse('event-published')
  if (event.status === 'cancelled') return refuse('event-cancelled')
  // A repeat, or the same words from somebody else: there is nothing to overwrite.
  if (isSamePlan(event, planned)) return done
  if (event.changed !== seen) return refuse('changed-since')
  if (planned.campaignId !== null && planned.campaignId !== event.campaignId && !(await isCampaignFor(planned.campaignId, event.path))) return refuse('campaign-not-found')
  if (!(await caller.mayWrite(wordsOfPlan(planned), 'comment'))) return refuse('words-refused')
  if (await writeDraft(planned, seen)) return { eventId, version: seen + 1 }
  const now = await findEvent(eventId)
  if (now && isSamePlan(now, planned)) return { eventId, version: now.changed }
  return refuse(now?.status === 'published' ? 'event-published' : now?.status === 'cancelled' ? 'event-cancelled' : 'changed-since')
}
