/** The count of the room that stands, with the way back for a slip of the finger. */
import { Text, View } from '@tarojs/components'
import { TextLink } from '../../../components/text-link'
import { takeBackCount, type Roster } from '../../../stores/attendance'
import css from './walk-ins.module.scss'

export function Counted({ sessionId, headcounts }: { sessionId: string; headcounts: Roster['headcounts'] }) {
  if (headcounts.length === 0) return null
  const people = headcounts.reduce((sum, one) => sum + one.people, 0)
  return (
    <View className={css.line}>
      <Text>{`现场清点 ${people} 人`}</Text>
      <TextLink label={`清点 ${people} 人，数错了，撤销`} onPress={() => void takeBackCount(sessionId, headcounts)}>数错了，撤销</TextLink>
    </View>
  )
}
