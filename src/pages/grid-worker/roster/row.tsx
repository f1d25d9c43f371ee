/** One party of the roster. A tap on 到 takes all of it; 改人数 is the long way. What the server has not confirmed says so. */
import { Text, View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import { Stamp } from '../../../components/stamp'
import { TextLink } from '../../../components/text-link'
import { doorKey, letGo, sendAgain, takeBack, type Pending, type RosterRow } from '../../../stores/attendance'
import { clockOf } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import css from './row.module.scss'
import { doorRefusals } from './wording'

interface Props { row: RosterRow; sessionId: string; pending: Pending | null; onArrive: () => void; onParty: () => void; onPhone: () => void }

export function Row({ row, sessionId, pending, onArrive, onParty, onPhone }: Props) {
  const { personKey, callName, building, phone, partySize, present, checkedInAt } = row
  const key = doorKey(sessionId, personKey)
  const inside = present !== null
  const party = partySize > 1 ? `一行 ${partySize} 人` : '1 人'
  const sending = pending !== null && pending.failed === null
  return (
    <View className={cx(css.row, inside && css.in)}>
      <View className={css.words}>
        <View className={css.name}>{callName}</View>
        <View className={css.note}>
          {building !== null && <Text>{building}</Text>}
          <Text>{inside ? (partySize > 1 && present < partySize ? `到了 ${present} 人，${party}` : `${present} 人`) : party}</Text>
          {inside && !pending && <View className={css.link}><TextLink label={`${callName}，点错了，撤销`} onPress={() => void takeBack(sessionId, row)}>点错了，撤销</TextLink></View>}
          {/* A roster that was kept from before knows none. */}
          {phone && <View className={css.link}><TextLink label={`${callName}，电话 ${phone}，看号码`} onPress={onPhone}>{`电话 ${phone}`}</TextLink></View>}
          {partySize > 1 && !pending && <View className={css.link}><TextLink label={`${callName}，改人数`} onPress={onParty}>改人数</TextLink></View>}
        </View>
        {pending?.failed && (
          <View className={css.note}>
            <Text className={css.warn}>{pending.what === 'undo' ? '还没撤销' : '还没记上'}：{wordsOf(pending.failed, doorRefusals)}</Text>
            <View className={css.link}><TextLink label={`${callName}，再试一次`} onPress={() => void sendAgain(key)}>再试一次</TextLink></View>
            <View className={css.link}><TextLink label={`${callName}，先不记`} onPress={() => letGo(key)}>先不记</TextLink></View>
          </View>
        )}
      </View>
      {sending && <View className={css.sending}>{pending.what === 'undo' ? '正在撤销…' : '正在记…'}</View>}
      {!sending && inside && checkedInAt !== null && <Stamp word="已签到" at={clockOf(checkedInAt)} />}
      {!sending && !inside && !pending && <Press className={css.arrive} label={`${callName}，到`} onPress={onArrive}>到</Press>}
    </View>
  )
}
