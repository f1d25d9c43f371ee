/** A number is asked for one by one and kept nowhere on this device. */
import type { Answer } from '#contract/call'
import { revealPhone } from '#contract/registrations/reveal-phone'
import { call, type Sent } from './call'

export const reveal = (input: Sent<typeof revealPhone>): Promise<Answer<typeof revealPhone>> => call(revealPhone, input)
