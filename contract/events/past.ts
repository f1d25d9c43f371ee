import * as v from 'valibot'
import { defineCall } from '../call'
import { Hosts, Mark } from './list'
import { EventLine } from './search'

/** An event that is over, with how many photos of it everybody may see (evidence/public). */
const PastLine = v.object({ ...EventLine.entries, photos: v.number() })

/** Published events whose last day is over, the latest first. 30 a page. */
export const pastEvents = defineCall({
  name: 'events/past',
  input: v.object({ hosts: v.optional(Hosts), after: v.optional(Mark) }),
  output: v.object({ events: v.array(PastLine), after: v.nullable(v.string()) }),
  failures: [],
})
