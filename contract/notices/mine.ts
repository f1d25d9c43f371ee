import * as v from 'valibot'
import { defineCall } from '../call'
import { Notice } from './notice'

/** What the caller was told in the last 30 days, the newest first: 50 at most. */
export const myNotices = defineCall({
  name: 'notices/mine',
  input: v.object({}),
  output: v.object({ notices: v.array(Notice) }),
  failures: [],
})
