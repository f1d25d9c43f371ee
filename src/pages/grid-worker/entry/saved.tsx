/** What became of the entry: 待上传 on this phone, 已保存到社区 with its receipt, or refused, with everything still there to be changed. */
import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Stamp } from '../../../components/stamp'
import { clockOf } from '../../../stores/calendar'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import type { EntryOnItsWay } from '../../../stores/work'
import { EntryPhoto } from '../../photos/entry-photo'
import { whyRefused } from '../queue-words'
import { WaitingNotice } from '../waiting-notice'
import { sentenceOf } from './entry-form'
import css from './saved.module.scss'

interface Props { one: EntryOnItsWay; unitName: string; onAnother: () => void; onBackToForm: () => void; onToday: () => void }

export function Saved({ one, unitName, onAnother, onBackToForm, onToday }: Props) {
  const { input, saved, photo } = one
  const { before, number, after } = sentenceOf(input, unitName)
  const refused = useQueue(({ records }) => records.find((record) => record.input.recordId === input.recordId && record.state === 'refused'))
  return (
    <View className={css.list}>
      <Card>
        <View className={css.sentence}>{before}<Text className={css.number}>{number}</Text>{after}</View>
        {input.note !== undefined && <View className={css.note}>{input.note}</View>}
        {saved && <View className={css.stamp}><Stamp large word="已保存到社区" at={clockOf(input.at)} /></View>}
        {saved && one.late && <View className={css.note}>这个月已经办结，这一笔记作更正，列在那个月的数字旁边。</View>}
        {!saved && !refused && <View className={css.note}>记在这部手机上了，待上传</View>}
      </Card>
      {refused && <Notice tone="attention" note="这一笔还在这里，改好再记。">{whyRefused(refused)}</Notice>}
      {refused && <MainButton onPress={onBackToForm}>回去改</MainButton>}
      {!refused && <WaitingNotice />}
      <EntryPhoto entryId={input.recordId} kept={photo} done="照片也存上了" />
      <PlainButton onPress={onToday}>回到今天</PlainButton>
      {!refused && <PlainButton icon="pen" onPress={onAnother}>再记一笔</PlainButton>}
    </View>
  )
}
