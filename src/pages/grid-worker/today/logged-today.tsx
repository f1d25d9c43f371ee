/** 今天记的: what has not got through yet first, with another try; then what the community has, one's own with 更正. */
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
import { usePhotoQueue } from '../../../stores/photo-queue/photos-of-phone'
import { dropEntry, sendEntryAgain, useEntries, useWorkList, type CorrectionInput } from '../../../stores/work'
import { written } from '../../../stores/written'
import { EntryPhoto } from '../../photos/entry-photo'
import { logRefusals } from '../log-wording'
import { CorrectAct, StrayCorrection } from './correct-act'
import { goneWords, type LoggedEntry } from './correction'
import { CorrectionSheet } from './correction-sheet'
import css from './logged-today.module.scss'
import { listRefusals } from './wording'

export function LoggedToday() {
  const { value, failed, reload } = useWorkList()
  const entries = useEntries(({ entries: all }) => all)
  const photos = usePhotoQueue(({ photos: onPhone }) => onPhone)
  const hasPhotoHere = (id: string) => photos.some(({ tiedTo }) => tiedTo.what === 'entry' && tiedTo.entryId === id)
  const waiting = Object.values(entries).filter((one) => one.state !== 'saved' || hasPhotoHere(one.input.recordId))
  const [openId, setOpenId] = useState<string | null>(null)
  const [gone, setGone] = useState<string | null>(null)
  const saved = (value?.entries ?? []).filter((entry) => !entry.withdrawn && !waiting.some((one) => one.input.recordId === entry.id))
  const done = (entry: LoggedEntry, input: CorrectionInput) => { setOpenId(null); setGone(goneWords(entry, input)) }

  return (
    <>
      <Heading>今天记的</Heading>
      {gone !== null && <Notice tone="done">{gone}</Notice>}
      {value && <StrayCorrection ids={saved.map(({ id }) => id)} onDone={() => setGone('更正已记下')} />}
      {failed && <Notice tone="attention" act={{ text: '再试一次', onPress: () => void reload() }}>{wordsOf(failed, listRefusals)}</Notice>}
      <Lines>
        {waiting.map(({ input, state, failed: refused, photo, late }) => (
          <Row key={input.recordId} indicator={input.indicator} quantity={input.quantity} softness={input.softness}>
            {state === 'sending' && <Text>正在记…</Text>}
            {state === 'failed' && refused && (
              <>
                <Text className={css.warn}>还没存上：{wordsOf(refused, logRefusals)}</Text>
                <View className={css.link}><TextLink onPress={() => void sendEntryAgain(input.recordId)}>再试一次</TextLink></View>
                <View className={css.link}><TextLink onPress={() => dropEntry(input.recordId)}>不记了</TextLink></View>
              </>
            )}
            {state === 'saved' && <><Text className={css.done}>{late ? '已保存到社区，记作更正' : '已保存到社区'}</Text><EntryPhoto entryId={input.recordId} kept={photo} done="照片也存上了" /></>}
          </Row>
        ))}
        {saved.map((entry) => (
          <Row key={entry.id} indicator={entry.indicator} quantity={entry.quantity} softness={entry.softness}>
            <Text className={css.done}>{clockOf(entry.loggedAt)} · 已保存到社区</Text>
            {entry.rev > 1 && <Text>已更正</Text>}
            <Text>{entry.unit.name}{entry.photos > 0 ? ` · ${entry.photos} 张照片` : ''}</Text>
            {entry.note !== null && <Text>{entry.note}</Text>}
            {entry.own && <CorrectAct entry={entry} onOpen={() => { setGone(null); setOpenId(entry.id) }} onDone={done} />}
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
