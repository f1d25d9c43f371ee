import * as v from 'valibot'
import { defineCall } from '../call'

/** The number that the caller just agreed to give by WeChat's own button, for a field that they still see and send themselves. Nothing is kept. */
export const phoneFromWechat = defineCall({
  name: 'people/phone-from-wechat',
  /** As the button gave it: good once, for five minutes. */
  input: v.object({ code: v.pipe(v.string('号码没有取到'), v.minLength(1, '号码没有取到'), v.maxLength(200, '号码没有取到')) }),
  output: v.object({ phone: v.string() }),
  failures: ['code-over', 'number-from-abroad'],
})
