/** Where and how to get there, what to bring, who makes it. */
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { Card } from '../../../components/card'
import { FactLine } from '../../../components/fact-line'
import { Lines } from '../../../components/lines'
import css from './facts.module.scss'

export function EventFacts({ event: { placeName, placeNote, bring, organisers } }: { event: EventDetail }) {
  return (
    <Card flat>
      <Lines>
        <View className={css.fact}><FactLine icon="place" strong {...(placeNote === undefined ? {} : { note: placeNote })}><View className={css.place}>{placeName}</View></FactLine></View>
        {bring !== undefined && <View className={css.fact}><FactLine icon="bring" strong>{bring}</FactLine></View>}
        {organisers.length > 0 && <View className={css.fact}><FactLine icon="people" strong>{organisers.map(({ part, name }) => name + part).join('，')}</FactLine></View>}
      </Lines>
    </Card>
  )
}
