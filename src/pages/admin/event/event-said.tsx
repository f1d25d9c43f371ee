/** What an event says beyond its title and sessions. */
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { FactLine } from '../../../components/fact-line'
import { Notice } from '../../../components/notice'
import { clockOf, dayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import css from './index.module.scss'
import { words } from './wording'

export function EventSaid({ event }: { event: EventDetail }) {
  const { placeName, placeNote, bring, organisers, countOnly, partyLimit, opensAt, closesAt, cancelReason } = event
  const at = (instant: string) => `${dayWords(dayOf(instant))} ${clockOf(instant)}`
  const rules = countOnly ? [words.countOnly] : [words.places(partyLimit), ...(opensAt === null ? [] : [words.opens(at(opensAt))]), ...(closesAt === null ? [] : [words.closes(at(closesAt))])]
  return (
    <View className={css.said}>
      {cancelReason !== null && <Notice>{cancelReason}</Notice>}
      <FactLine icon="place">{placeNote === undefined ? placeName : `${placeName}，${placeNote}`}</FactLine>
      <FactLine icon="people">{rules.join('，')}</FactLine>
      {bring !== undefined && <FactLine icon="bring">{bring}</FactLine>}
      {organisers.length > 0 && <FactLine icon="document">{organisers.map(({ part, name }) => `${part}：${name}`).join('；')}</FactLine>}
    </View>
  )
}
