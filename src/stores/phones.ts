/** A number is asked for one by one and kept nowhere on this device. */
import type { Answer } from '#contract/call'
import { phoneFromWechat } from '#contract/people/phone-from-wechat'
import { revealPhone } from '#contract/registrations/reveal-phone'
import { call, type Sent } from './call'

export const reveal = (input: Sent<typeof revealPhone>): Promise<Answer<typeof revealPhone>> => call(revealPhone, input)

/** The number behind a code of WeChat's button. */
export const phoneOf = (code: string): Promise<Answer<typeof phoneFromWechat>> => call(phoneFromWechat, { code })
