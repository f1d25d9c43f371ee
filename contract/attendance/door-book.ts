import * as v from 'valibot'
import { defineCall } from '../call'
import { Face } from '../people/add-face'
import { Id, Instant, RecordId } from '../values'
import { Room } from './room'
import { AtDoor, LiveCount } from './roster'

/**
 * What a worker's phone takes along to a door without signal: whom to expect, by 姓 and building or the last two digits of the number, and by what to prove their codes. No full name and no
 * number. A session that keeps no names has no rows. Up to 2,000 rows.
 */
export const doorBook = defineCall({
  name: 'attendance/door-book',
  input: v.object({ sessionId: Id }),
  output: v.object({
    session: AtDoor,
    /** Server time of the reading. */
    asOf: Instant,
    /** When codes and taps of this session are taken; the book goes with the end of it. */
    from: Instant,
    until: Instant,
    rows: v.array(v.object({
      personKey: Id,
      /** 姓, with 阿姨, 大爷 or the like where that was said: `张阿姨`, `欧阳`. */
      callName: v.string(),
      /** Its numbers and their words only: `3号楼2单元`. */
      building: v.nullable(v.string()),
      lastTwo: v.nullable(v.string()),
      /** 0 for one who came without having registered. */
      partySize: v.number(),
      present: v.nullable(v.number()),
      checkedInAt: v.nullable(Instant),
      /** Live marks, to name in an undo. */
      marks: v.array(RecordId),
      /** For each code of theirs that is good here: how its prefix begins when hashed, and its key (door-check.ts). */
      checks: v.array(v.string()),
      /** Cards of theirs that were replaced, likewise without keys. */
      replaced: v.array(v.string()),
    })),
    /** Without what they were called. */
    walkIns: v.array(v.object({ recordId: RecordId, people: v.number(), at: Instant })),
    headcounts: v.array(LiveCount),
    /** 熟面孔 who may be chosen, 500 at most: called as in `rows`. */
    faces: v.array(Face),
    /** How many numbers stand on a sign-in sheet that was printed; 0: none was. */
    printed: v.number(),
    room: Room,
  }),
  failures: ['session-not-found'],
})
