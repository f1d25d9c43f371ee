/** What was recorded from a sheet and has no row of its own: on its way, or not through and why. */
import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { headcountOf, letGo, sendAgain, useDoor, walkInOf, type Pending } from '../../../stores/attendance'
import { wordsOf } from '../../../stores/failure-words'
import { doorRefusals } from './wording'

export function DoorNotices({ sessionId }: { sessionId: string }) {
  const pending = useDoor(({ pending: all }) => all)
  return (
    <>
      {[walkInOf(sessionId), headcountOf(sessionId)].map((key) => {
        const one = pending[key]
        return one ? <One key={key} name={key} pending={one} /> : null
      })}
    </>
  )
}

function One({ name, pending }: { name: string; pending: Pending }) {
  const what = pending.what === 'headcount' ? `清点 ${pending.input.people} 人` : pending.what === 'walk-in' ? `现场登记 ${pending.input.people} 人` : ''
  if (!pending.failed) return <Notice>{what}，正在记…</Notice>
  return (
    <View>
      <Notice tone="attention" act={{ text: '再试一次', onPress: () => void sendAgain(name) }}>{what}还没存上：{wordsOf(pending.failed, doorRefusals)}</Notice>
      <TextLink label={`${what}，不记了`} onPress={() => letGo(name)}>不记了</TextLink>
    </View>
  )
}
