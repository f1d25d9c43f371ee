/** Who was taken in without having signed up, with the way back for a slip of the finger. */
import { Text, View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { TextLink } from '../../../components/text-link'
import { takeBackWalkIn, type Roster } from '../../../stores/attendance'
import { clockOf } from '../../../stores/calendar'
import type { InQueue } from '../../../stores/queue/queued-record'
import css from './walk-ins.module.scss'

/** `waiting`: ids of those that the community does not have yet. */
interface Props { sessionId: string; walkIns: Roster['walkIns']; waiting: ReadonlySet<string>; pending: ReadonlyMap<string, InQueue> }

export function WalkIns({ sessionId, walkIns, waiting, pending }: Props) {
  if (walkIns.length === 0) return null
  return (
    <>
      <Heading>现场登记的</Heading>
      {walkIns.map(({ recordId, people, callName, at }) => {
        const name = `${callName ?? '没留称呼'}，${people} 人`
        return (
          <View key={recordId} className={css.line}>
            <Text>{name}</Text>
            <Text className={css.note}>{clockOf(at)}{waiting.has(recordId) ? ' · 待上传' : ''}</Text>
            {!pending.has(recordId) && <TextLink label={`${name}，点错了，撤销`} onPress={() => void takeBackWalkIn(sessionId, recordId)}>点错了，撤销</TextLink>}
          </View>
        )
      })}
    </>
  )
}
