import * as v from 'valibot'
import { defineCall } from '../call'
import { EventStatus, MyRegistration } from '../events/event'
import { Instant } from '../values'

/** Why something is kept, how long, and who sees it: the words of the inventory. */
const Kept = v.object({ why: v.string(), kept: v.string(), seenBy: v.string() })

const MyRow = v.object({
  title: v.string(), placeName: v.string(), eventStatus: EventStatus, startsAt: v.array(Instant),
  status: MyRegistration.entries.status, partySize: v.number(), children: v.number(), callName: v.string(), building: v.nullable(v.string()),
  registeredAt: Instant, cancelledAt: v.nullable(Instant),
  /** Of a neighbour. */
  neighbour: v.boolean(),
  /** In full where its key is still there, masked otherwise. */
  phone: v.nullable(v.string()),
  answers: v.array(v.object({ question: v.string(), answer: v.string() })),
})

/** Everything that is kept about the caller, to be seen and taken along. */
export const myData = defineCall({
  name: 'people/my-data',
  input: v.object({}),
  output: v.object({
    me: v.object({ knownSince: Instant, callName: v.nullable(v.string()), building: v.nullable(v.string()), community: v.nullable(v.string()) }),
    roles: v.array(v.object({ role: v.picklist(['gridWorker', 'admin']), unitName: v.string() })),
    faces: v.array(v.object({ callName: v.string(), building: v.nullable(v.string()) })),
    registrations: v.array(MyRow),
    /** `at`: by the clock of the phone that recorded it, put right by what it was off; `receivedAt`: when it reached the community. */
    checkIns: v.array(v.object({ title: v.string(), startsAt: Instant, people: v.number(), at: Instant, deviceAt: Instant, offsetMs: v.number(), receivedAt: Instant })),
    notices: v.array(v.object({ kind: v.string(), title: v.string(), at: Instant })),
    suggestions: v.array(v.object({ text: v.string(), callName: v.nullable(v.string()), sentAt: Instant, answers: v.array(v.object({ text: v.string(), at: Instant })) })),
    about: v.object({ me: Kept, wechat: Kept, faces: Kept, registrations: Kept, phones: Kept, answers: Kept, checkIns: Kept, notices: Kept, suggestions: Kept }),
  }),
  failures: [],
})
