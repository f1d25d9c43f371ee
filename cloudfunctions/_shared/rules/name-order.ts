/** People in the order of a name list that is read aloud: by pinyin. Pure. */
import { compare } from './presence'

const pinyin = new Intl.Collator('zh-Hans-CN')

export function byName(a: { callName: string; personKey: string }, b: { callName: string; personKey: string }): number {
  return pinyin.compare(a.callName, b.callName) || compare(a.personKey, b.personKey)
}
