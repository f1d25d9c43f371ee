import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant } from '../values'
import { CodeKey } from './door-code'

/** 门口码: what a worker's phone needs to show the code of one session, for residents to scan inside the app; and the one for paper. */
export const venueCode = defineCall({
  name: 'attendance/venue-code',
  input: v.object({ sessionId: Id }),
  output: v.object({
    sessionId: Id,
    title: v.string(),
    placeName: v.string(),
    startsAt: Instant,
    endsAt: Instant,
    /** When codes of this session are taken. */
    from: Instant,
    until: Instant,
    code: CodeKey,
    /** 挂牌码: the one to print and hang up; taken in a narrower time. */
    hung: v.object({ text: v.string(), from: Instant, until: Instant }),
  }),
  failures: ['session-not-found', 'no-registration-needed'],
})
