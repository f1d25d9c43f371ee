import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { EventDetail } from './event'

export const getEvent = defineCall({
  name: 'events/get',
  input: v.object({ eventId: Id }),
  output: EventDetail,
  failures: ['event-not-found'],
})
