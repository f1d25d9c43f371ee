/** Which days, and which kinds of those that occur. */
import { View } from '@tarojs/components'
import { eventKinds, type EventKind } from '#contract/events/kinds'
import { Chips } from '../../../components/chips'
import css from './filters.module.scss'
import { ranges, type Range } from './wording'

export interface FilterProps { range: Range; onRange: (range: Range) => void; kinds: EventKind[]; kind: EventKind | null; onKind: (kind: EventKind | null) => void }

export function Filters({ range, onRange, kinds, kind, onKind }: FilterProps) {
  const all = 'all' as const
  return (
    <View className={css.row}>
      <Chips label="哪几天" items={(Object.keys(ranges) as Range[]).map((key) => ({ key, text: ranges[key] }))} chosen={range} onChange={onRange} />
      {kinds.length > 1 && (
        <>
          <View className={css.line} />
          <Chips label="类别" look="underline" items={[{ key: all, text: '全部' }, ...kinds.map((key) => ({ key, text: eventKinds[key].zh }))]} chosen={kind ?? all} onChange={(key) => onKind(key === all ? null : key)} />
        </>
      )}
    </View>
  )
}
