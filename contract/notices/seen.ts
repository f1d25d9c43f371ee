import * as v from 'valibot'
import { defineCall } from '../call'
import { NoticeId } from './notice'

/** Stood before the person's eyes. Safe to repeat; what is not theirs stays as it is. */
export const seenNotices = defineCall({
  name: 'notices/seen',
  input: v.object({ ids: v.pipe(v.array(NoticeId, '通知编号不对'), v.minLength(1, '请选通知'), v.maxLength(50, '一次最多 50 条')) }),
  output: v.object({}),
  failures: [],
})
