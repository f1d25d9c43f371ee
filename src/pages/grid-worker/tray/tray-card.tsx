/** One record that the community did not take: what it was, why, what to do, and the two ways out. Nothing goes by itself. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Confirm } from '../../../components/confirm'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { confirmDay, letGo, putBack } from '../../../stores/queue/queue-of-phone'
import { dayUnsure } from '../../../stores/queue/queue'
import type { InQueue } from '../../../stores/queue/queued-record'
import { forgetEntry } from '../../../stores/work'
import { DayChoice } from '../entry/day-choice'
import { whatToDo, whyRefused } from '../queue-words'
import css from './index.module.scss'
import { shortName, whatItWas, whenItWas, type Known } from './what-it-was'

interface Props { record: InQueue; known: Known; where: string | null }

export function TrayCard({ record, known, where }: Props) {
  const [asked, setAsked] = useState(false)
  const [on, setOn] = useState(record.call === 'work/log' || record.call === 'work/correct' ? record.input.on : '')
  const { recordId } = record.input
  const name = shortName(record)
  const unsure = record.refused?.failure === dayUnsure
  const drop = () => { if (record.call === 'work/log') forgetEntry(recordId); else letGo(recordId) }
  return (
    <Card>
      <View className={css.what}>{whatItWas(record, known)}</View>
      <View className={css.note}>{where === null ? whenItWas(record) : `${where}，${whenItWas(record)}`}</View>
      <View className={css.why}>{whyRefused(record)}</View>
      {unsure && <DayChoice chosen={on} onChange={setOn} />}
      <View className={css.todo}>{whatToDo(record)}</View>
      <View className={css.acts}>
        {unsure
          ? <PlainButton fill strong onPress={() => void confirmDay(recordId, on)}>就是这一天</PlainButton>
          : <PlainButton fill label={`${name}，再试一次`} onPress={() => void putBack(recordId)}>再试一次</PlainButton>}
        <TextLink label={`${name}，不要这条了`} onPress={() => setAsked(true)}>不要这条了</TextLink>
      </View>
      <Confirm open={asked} question="不要这条记录了？" words="它从手机上删掉，社区里没有它。" yes="删掉" no="先留着" onYes={drop} onNo={() => setAsked(false)} />
    </Card>
  )
}
