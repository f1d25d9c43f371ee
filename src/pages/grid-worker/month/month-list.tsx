/** Entries of the month by day, withdrawn ones too: each with the way to its versions and to 更正. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { indicatorOf } from '#contract/work/indicators'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { dayNumber, monthNumber } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useMonthEntries } from '../../../stores/month-entries'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import type { InQueue } from '../../../stores/queue/queued-record'
import { waitingWork } from '../../../stores/work-waiting'
import { written } from '../../../stores/written'
import { CorrectionSheet } from '../today/correction-sheet'
import css from './index.module.scss'
import { VersionsSheet } from './versions-sheet'
import { listRefusals } from './wording'

const aTime = 40

export function MonthList() {
  const { value, failed, reload } = useMonthEntries()
  const [shown, setShown] = useState(aTime)
  const [open, setOpen] = useState<{ id: string; what: 'versions' | 'correct' } | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const entries = value?.entries ?? []
  const { corrections } = waitingWork(useQueue(({ records }) => records), entries)
  const one = entries.find(({ id }) => id === open?.id) ?? null
  return (
    <>
      {failed && <Notice tone="attention" act={{ text: '再试一次', onPress: () => void reload() }}>{wordsOf(failed, listRefusals)}</Notice>}
      {sent !== null && isWaiting(corrections.get(sent)) && <Notice tone="done">更正记下了，上传以后这里就换成新的一版。</Notice>}
      <Lines>
        {entries.slice(0, shown).map((entry) => {
          const { id, indicator, quantity, softness, on, unit, rev, withdrawn, event, note, own } = entry
          const { act, unit: measure } = indicatorOf(indicator)
          const amount = withdrawn ? '撤下了' : quantity === null ? '没有数' : `${written(indicator, quantity, softness)} ${measure}`
          const name = `${monthNumber(on)}月${dayNumber(on)}日 ${act}`
          return (
            <View key={id} className={css.entry}>
              <View className={css.head}><View className={css.words}>{name}</View><View className={css.amount}>{amount}</View></View>
              <View className={css.note}>
                <Text>{unit.name}</Text>
                {event && <Text>{`活动：${event.title}`}</Text>}
                {note !== null && <Text>{note}</Text>}
                {rev > 1 && <View className={css.link}><TextLink label={`${name}，第 ${rev} 版，看各版`} onPress={() => setOpen({ id, what: 'versions' })}>{`第 ${rev} 版`}</TextLink></View>}
                {corrections.has(id) && <Text>{isWaiting(corrections.get(id)) ? '更正待上传' : '更正没有记下，在需要处理里'}</Text>}
                {own && !withdrawn && !corrections.has(id) && <View className={css.link}><TextLink label={`${name}，更正`} onPress={() => setOpen({ id, what: 'correct' })}>更正</TextLink></View>}
              </View>
            </View>
          )
        })}
      </Lines>
      {entries.length > shown && <PlainButton onPress={() => setShown(shown + aTime)}>{`再看 ${Math.min(aTime, entries.length - shown)} 笔`}</PlainButton>}
      {value?.more && <View className={css.quiet}>只列出最近的 200 笔。</View>}
      {value && entries.length === 0 && <View className={css.quiet}>这个月还没有记过。</View>}
      {one && open?.what === 'versions' && <VersionsSheet entryId={one.id} unitName={one.unit.name} onClose={() => setOpen(null)} />}
      <CorrectionSheet entry={open?.what === 'correct' ? one : null} onClose={() => setOpen(null)} onDone={(entry) => { setOpen(null); setSent(entry.id) }} />
    </>
  )
}

function isWaiting(correction: InQueue | undefined): boolean {
  return correction !== undefined && correction.state !== 'refused'
}
