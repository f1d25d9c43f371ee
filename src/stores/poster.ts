import type { Answer } from '#contract/call'
import { posterCode } from '#contract/events/poster-code'
import { call } from './call'

/** The code that opens the event, as a data: address. */
export const posterCodeOf = (eventId: string): Promise<Answer<typeof posterCode>> => call(posterCode, { eventId })
