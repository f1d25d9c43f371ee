import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, UnitBrief } from '../values'

/** The caller's own word about where they live; changeable at any time. */
export const chooseCommunity = defineCall({
  name: 'people/choose-community',
  input: v.object({ communityId: Id }),
  output: v.object({ community: UnitBrief }),
  failures: ['unit-not-found'],
})
