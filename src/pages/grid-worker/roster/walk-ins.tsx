/** Who was taken in without having signed up, with the way back for a slip of the finger. */
import { Text, View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { TextLink } from '../../../components/text-link'
import { doorKey, letGo, sendAgain, takeBackWalkIn, type Pending, type Roster } from '../../../stores/attendance'
import { clockOf } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import css from './walk-ins.module.scss'
import { doorRefusals } from './wording'

interface Props { sessionId: string; walkIns: Roster['walkIns']; pending: Record<string, Pending> }

export function WalkIns({ sessionId, walkIns, pending }: Props) {
  if (walkIns.length === 0) return null
  return (
    <>
      <Heading>现场登记的</Heading>
      {walkIns.map(({ recordId, people, callName, at }) => {
        const key = doorKey(sessionId, recordId)
        const one = pending[key]
        const name = `${callName ?? '没留称呼'}，${people} 人`
        return (
          <View key={recordId} className={css.line}>
            <Text>{name}</Text>
            <Text className={css.note}>{clockOf(at)}</Text>
            {!one && <TextLink label={`${name}，点错了，撤销`} onPress={() => void takeBackWalkIn(sessionId, recordId)}>点错了，撤销</TextLink>}
            {one && !one.failed && <Text className={css.note}>正在撤销…</Text>}
            {one?.failed && <><Text className={css.warn}>还没撤销：{wordsOf(one.failed, doorRefusals)}</Text><TextLink onPress={() => void sendAgain(key)}>再试一次</TextLink><TextLink onPress={() => letGo(key)}>先不撤销</TextLink></>}
          </View>
        )
      })}
    </>
  )
}
