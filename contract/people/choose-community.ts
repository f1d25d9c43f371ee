import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { HomeUnit } from './who-am-i'

/** The caller's own word about where they live; changeable at any time. */
export const chooseCommunity = defineCall({
  name: 'people/choose-community',
  input: v.object({ communityId: Id }),
  output: v.object({ community: HomeUnit }),
  failures: ['unit-not-found'],
})
