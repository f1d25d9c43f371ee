/** What became of the entry: on its way, 已保存到社区 with its receipt, or not through yet, with everything still there. */
import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Stamp } from '../../../components/stamp'
import { clockOf } from '../../../stores/calendar'
import { mayHaveArrived, wordsOf } from '../../../stores/failure-words'
import { sendEntryAgain, type EntryOnItsWay } from '../../../stores/work'
import { EntryPhoto } from '../../photos/entry-photo'
import { logRefusals } from '../log-wording'
import { sentenceOf } from './entry-form'
import css from './saved.module.scss'

interface Props { one: EntryOnItsWay; unitName: string; onAnother: () => void; onBackToForm: () => void; onToday: () => void }

export function Saved({ one, unitName, onAnother, onBackToForm, onToday }: Props) {
  const { input, state, failed, photo } = one
  const { before, number, after } = sentenceOf(input, unitName)
  const again = () => void sendEntryAgain(input.recordId)
  return (
    <View className={css.list}>
      <Card>
        <View className={css.sentence}>{before}<Text className={css.number}>{number}</Text>{after}</View>
        {input.note !== undefined && <View className={css.note}>{input.note}</View>}
        {state === 'saved' && <View className={css.stamp}><Stamp large word="已保存到社区" at={clockOf(input.at)} /></View>}
        {state === 'saved' && one.late && <View className={css.note}>这个月已经办结，这一笔记作更正，列在那个月的数字旁边。</View>}
        {state === 'sending' && <View className={css.note}>正在记…</View>}
      </Card>
      {state === 'failed' && failed && (
        <>
          <Notice tone="attention" note="这一笔还在这里，再试不会记成两笔。">{wordsOf(failed, logRefusals)}</Notice>
          {mayHaveArrived(failed) ? <MainButton icon="again" onPress={again}>再试一次</MainButton> : <MainButton onPress={onBackToForm}>回去改</MainButton>}
        </>
      )}
      {state !== 'sending' && <EntryPhoto entryId={input.recordId} kept={photo} done="照片也存上了" />}
      {state !== 'sending' && <PlainButton onPress={onToday}>回到今天</PlainButton>}
      {state === 'saved' && <PlainButton icon="pen" onPress={onAnother}>再记一笔</PlainButton>}
    </View>
  )
}
