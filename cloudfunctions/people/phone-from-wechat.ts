import type { phoneFromWechat } from '../../contract/people/phone-from-wechat'
import { phoneOfCode } from '../_shared/records/phone-numbers'
import type { Handler } from '../_shared/serve'

export const handlePhoneFromWechat: Handler<typeof phoneFromWechat> = async ({ code }, { refuse }) => {
  const given = await phoneOfCode(code)
  if (!given) return refuse('code-over')
  // The door calls from a local line.
  return given.country === '86' ? { phone: given.number } : refuse('number-from-abroad')
}
