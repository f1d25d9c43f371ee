/** 今天记的: what waits on this phone first, to be taken back in one tap; then what the community has, one's own with 更正. */
import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { indicatorOf, type IndicatorName } from '#contract/work/indicators'
import type { Softness } from '#contract/values'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { clockOf } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { takeBackEntry, useEntries, useWorkList, type CorrectionInput, type LoggedEntry } from '../../../stores/work'
import { waitingWork } from '../../../stores/work-waiting'
import { written } from '../../../stores/written'
import { EntryPhoto } from '../../photos/entry-photo'
import { CorrectAct } from './correct-act'
import { goneWords } from './correction'
import { CorrectionSheet } from './correction-sheet'
import css from './logged-today.module.scss'
import { listRefusals } from './wording'

export function LoggedToday() {
  const { value, failed, reload } = useWorkList()
  const ofThisRun = useEntries(({ entries }) => entries)
  const { waiting, corrections, entries } = waitingWork(useQueue((state) => state.records), value?.entries ?? [])
  const [openId, setOpenId] = useState<string | null>(null)
  const [gone, setGone] = useState<string | null>(null)
  const saved = entries.filter((entry) => !entry.withdrawn)
  const done = (entry: LoggedEntry, input: CorrectionInput) => { setOpenId(null); setGone(goneWords(entry, input)) }

  return (
    <>
      <Heading>今天记的</Heading>
      {gone !== null && <Notice tone="done">{gone}</Notice>}
      {failed && value === null && <Notice icon="again" act={{ text: '再试一次', onPress: () => void reload() }}>{failed.failure === 'offline' ? '没连上网，社区里已有的先不显示' : wordsOf(failed, listRefusals)}</Notice>}
      <Lines>
        {waiting.map((record) => (
          <Row key={record.input.recordId} indicator={record.input.indicator} quantity={record.input.quantity} softness={record.input.softness}>
            <Text>{clockOf(record.input.at)} · {corrections.has(record.input.recordId) ? '撤销了，待上传' : '待上传'}</Text>
            <EntryPhoto entryId={record.input.recordId} kept={null} done="" />
            {!corrections.has(record.input.recordId) && <View className={css.link}><TextLink label={`${indicatorOf(record.input.indicator).act}，不记了`} onPress={() => void takeBackEntry(record)}>不记了</TextLink></View>}
          </Row>
        ))}
        {saved.map((entry) => (
          <Row key={entry.id} indicator={entry.indicator} quantity={entry.quantity} softness={entry.softness}>
            <Text className={css.done}>{clockOf(entry.loggedAt)} · {ofThisRun[entry.id]?.late ? '已保存到社区，记作更正' : '已保存到社区'}</Text>
            {entry.rev > 1 && !corrections.has(entry.id) && <Text>已更正</Text>}
            <Text>{entry.unit.name}{entry.photos > 0 ? ` · ${entry.photos} 张照片` : ''}</Text>
            {entry.note !== null && <Text>{entry.note}</Text>}
            <EntryPhoto entryId={entry.id} kept={ofThisRun[entry.id]?.photo ?? null} done="照片也存上了" />
            {entry.own && <CorrectAct entry={entry} pending={corrections.get(entry.id) ?? null} onOpen={() => { setGone(null); setOpenId(entry.id) }} />}
          </Row>
        ))}
      </Lines>
      {value?.more && <View className={css.note}>只列出最近的 200 笔。</View>}
      {value && saved.length + waiting.length === 0 && <View className={css.note}>还没有。做了什么，点下面的记一笔。</View>}
      <CorrectionSheet entry={saved.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} onDone={done} />
    </>
  )
}

function Row({ indicator, quantity, softness, children }: { indicator: IndicatorName; quantity: number | null; softness: Softness; children: ReactNode }) {
  const { act, unit } = indicatorOf(indicator)
  return (
    <View className={css.row}>
      <View className={css.words}>
        <View>{act}</View>
        <View className={css.note}>{children}</View>
      </View>
      <View className={css.amount}>
        {quantity === null ? '没有数' : <><Text className={css.number}>{written(indicator, quantity, softness)}</Text><Text> {unit}</Text></>}
      </View>
    </View>
  )
}
