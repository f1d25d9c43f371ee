import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant } from '../values'
import { CodeKey } from './door-code'

/** 门口码: what a worker's phone needs to show the code of one session, for residents to scan inside the app. */
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
  }),
  failures: ['session-not-found', 'no-registration-needed'],
})
