/** WeChat's own button for the number that it knows; only a tap on it gives one, into the field above, where it can still be taken out. */
import { Button } from '@tarojs/components'
import { aboutToPress } from '../../../platform/privacy'
import { phoneOf } from '../../../stores/phones'
import { wordsOf } from '../../../stores/failure-words'
import css from './wechat-phone.module.scss'
import { wechatPhoneRefusals } from './wording'

export function WechatPhone({ onPhone, onTrouble }: { onPhone(phone: string): void; onTrouble(words: string): void }) {
  async function take(code: string | undefined) {
    if (code === undefined || code === '') return // she said no, and nothing follows from it
    const answer = await phoneOf(code)
    if (answer.ok) onPhone(answer.value.phone)
    else onTrouble(wordsOf(answer, wechatPhoneRefusals))
  }
  return <Button className={css.button} hoverClass="pressed" openType="getPhoneNumber" onTouchStart={() => aboutToPress('phone')} onGetPhoneNumber={({ detail }) => void take((detail as { code?: string }).code)}>用微信的手机号</Button>
}
