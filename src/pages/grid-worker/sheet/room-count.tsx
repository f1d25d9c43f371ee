/** 现场共: the count on the sheet, or the one that stands. One made in the room stands against the paper. */
import { Text, View } from '@tarojs/components'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { changeForm, takeBackFromSheet } from '../../../stores/sheet'
import { roomOf, type SheetForm } from '../../../stores/sheet-form'
import type { SheetNow } from '../../../stores/sheet-queued'
import css from './index.module.scss'

export function RoomCount({ sessionId, value, form }: { sessionId: string; value: SheetNow; form: SheetForm }) {
  const { headcounts, room } = value
  const counted = roomOf(form)
  if (room.headcount === null || headcounts.length === 0) {
    return <TextField label="现场共多少人（可以不填）" hint="连没签名的也算。表最后一行写了就填上。" value={form.room} keys="number" maxLength={9} wrong={typeof counted === 'object' && counted !== null ? counted.wrong : null} onChange={(text) => changeForm(sessionId, { room: text })} />
  }
  const recordIds = headcounts.map(({ recordId }) => recordId)
  return (
    <View className={css.blank}>
      <Text className={css.blankName}>{`现场清点过，共 ${room.headcount} 人`}</Text>
      <TextLink label="清点，数错了，撤销" onPress={() => void takeBackFromSheet(sessionId, { what: 'headcount', recordIds })}>数错了，撤销</TextLink>
    </View>
  )
}
