import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, UnitBrief } from '../values'

/** Where somebody lives. `path`: ids from the root to the community; their events are the ones of these units. */
export const HomeUnit = v.object({ ...UnitBrief.entries, path: v.array(Id) })

/** Who the caller is and what they may do. The only call that makes a newcomer known: it mints their key. */
export const whoAmI = defineCall({
  name: 'people/who-am-i',
  input: v.object({}),
  output: v.object({
    personKey: Id,
    /** 称呼 as last given with a registration. */
    callName: v.nullable(v.string()),
    building: v.nullable(v.string()),
    community: v.nullable(HomeUnit),
    /** Communities to choose from, in the tree's order. */
    communities: v.array(UnitBrief),
    roles: v.array(v.object({
      role: v.picklist(['gridWorker', 'admin']),
      unit: UnitBrief,
      /** The caller's number in the unit, which photos carry instead of a name; absent where the role is older than numbers. */
      number: v.optional(v.number()),
      /** Units below (and the unit itself) that the role covers, in the tree's order. */
      covers: v.array(UnitBrief),
    })),
    /** Names of the calls that the caller may make for at least one unit. */
    may: v.array(v.string()),
    /** Of WeChat's messages, for which the phone asks consent: none, where a deployment has no templates. */
    templates: v.array(v.string()),
  }),
  failures: [],
})
