import * as v from 'valibot'
import { defineCall } from '../call'
import { ScannedText } from '../attendance/door-code'

/** Is this scanned text the code of a 熟面孔? The server alone proves it. */
export function isFaceCode(scanned: string): boolean {
  return scanned.startsWith('L5.')
}

/**
 * 熟面孔 with a WeChat of their own by now: what was counted under their key stays theirs, and from here on they register themselves. Once; safe to
 * repeat. Only for who has nothing under the key of their WeChat: two people are never made one.
 */
export const claimFace = defineCall({
  name: 'people/claim-face',
  input: v.object({ code: ScannedText }),
  output: v.object({ callName: v.string() }),
  failures: ['code-not-valid', 'has-own-records'],
})
