/** One party of the roster. A tap on 到 takes all of it; 改人数 is the long way. What the community has not confirmed is 待上传. */
import { Text, View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import { Stamp } from '../../../components/stamp'
import { TextLink } from '../../../components/text-link'
import { takeBack, type RosterRow } from '../../../stores/attendance'
import { clockOf } from '../../../stores/calendar'
import { letGo, putBack } from '../../../stores/queue/queue-of-phone'
import type { InQueue } from '../../../stores/queue/queued-record'
import { whyRefused } from '../queue-words'
import css from './row.module.scss'

interface Props { row: RosterRow; sessionId: string; pending: InQueue | null; onArrive: () => void; onParty: () => void; onPhone: () => void }

export function Row({ row, sessionId, pending, onArrive, onParty, onPhone }: Props) {
  const { callName, building, phone, partySize, present, checkedInAt } = row
  const inside = present !== null
  const party = partySize > 1 ? `一行 ${partySize} 人` : '1 人'
  const refused = pending?.state === 'refused' ? pending : null
  return (
    <View className={cx(css.row, inside && css.in)}>
      <View className={css.words}>
        <View className={css.name}>{callName}</View>
        <View className={css.note}>
          {building !== null && <Text>{building}</Text>}
          <Text>{inside ? (partySize > 1 && present < partySize ? `到了 ${present} 人，${party}` : `${present} 人`) : party}</Text>
          {inside && !refused && <View className={css.link}><TextLink label={`${callName}，点错了，撤销`} onPress={() => void takeBack(sessionId, row)}>点错了，撤销</TextLink></View>}
          {/* A roster that was kept from before knows none. */}
          {phone && <View className={css.link}><TextLink label={`${callName}，电话 ${phone}，看号码`} onPress={onPhone}>{`电话 ${phone}`}</TextLink></View>}
          {partySize > 1 && !refused && <View className={css.link}><TextLink label={`${callName}，改人数`} onPress={onParty}>改人数</TextLink></View>}
        </View>
        {refused && (
          <View className={css.note}>
            <Text className={css.warn}>{refused.call === 'attendance/undo' ? '没撤销' : '没记上'}：{whyRefused(refused)}</Text>
            <View className={css.link}><TextLink label={`${callName}，再试一次`} onPress={() => void putBack(refused.input.recordId)}>再试一次</TextLink></View>
            <View className={css.link}><TextLink label={`${callName}，不记了`} onPress={() => letGo(refused.input.recordId)}>{refused.call === 'attendance/undo' ? '不撤了' : '不记了'}</TextLink></View>
          </View>
        )}
      </View>
      {pending && !refused && <View className={css.sending}>待上传</View>}
      {!pending && inside && <Stamp word="已签到" at={checkedInAt === null ? '签到表' : clockOf(checkedInAt)} />}
      {!inside && !refused && <Press className={css.arrive} label={`${callName}，到`} onPress={onArrive}>到</Press>}
    </View>
  )
}
