import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, UnitBrief, text } from '../values'
import { EventKind } from './kinds'
import { Hosts } from './list'

/** An event in one line: found, or over. */
export const EventLine = v.object({ id: Id, kind: EventKind, title: v.string(), placeName: v.string(), hostUnit: UnitBrief, firstOn: Day, lastOn: Day })
export type EventLine = v.InferOutput<typeof EventLine>

/**
 * Published events of the last and the next twelve months with these words in title or place, whatever their width, case and spaces:
 * first what comes, the nearest first, then what has been, the latest first. 50 at most.
 */
export const searchEvents = defineCall({
  name: 'events/search',
  input: v.object({ words: text('要找的字', 30), hosts: v.optional(Hosts) }),
  output: v.object({
    found: v.array(EventLine),
    more: v.boolean(),
    /** There are too many events to look through all of them: those that would stand last were left out. */
    partly: v.boolean(),
  }),
  failures: [],
})
