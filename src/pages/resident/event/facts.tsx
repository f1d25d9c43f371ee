/** Where and how to get there, how many places, what to bring, who makes it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { EventDetail } from '#contract/events/event'
import { a11y } from '../../../components/a11y'
import { Card } from '../../../components/card'
import { FactLine } from '../../../components/fact-line'
import { Lines } from '../../../components/lines'
import { TextLink } from '../../../components/text-link'
import { placeAct, showPlace } from '../../../platform/map'
import css from './facts.module.scss'
import { placesWords } from './said'

export function EventFacts({ event }: { event: EventDetail }) {
  const { placeName, placeNote, bring, organisers, hostUnit, point } = event
  const [said, setSaid] = useState<string | null>(null)
  const place = { name: placeName, note: placeNote, point }
  const act = placeAct(place)
  const places = placesWords(event, Date.now())
  return (
    <Card flat>
      <Lines>
        <View className={css.fact}>
          <View className={css.row}>
            <View className={css.words}><FactLine icon="place" strong {...(placeNote === undefined ? {} : { note: placeNote })}><View className={css.place}>{placeName}</View></FactLine></View>
            {act !== null && <View className={css.act}><TextLink label={`${placeName}，${act}`} onPress={() => void showPlace(place).then(setSaid)}>{act}</TextLink></View>}
          </View>
          {said !== null && <View className={css.said} {...a11y({ role: 'status' })}>{said}</View>}
        </View>
        {places && <View className={css.fact}><FactLine icon="person" strong {...(places.note === undefined ? {} : { note: places.note })}>{places.words}</FactLine></View>}
        {bring !== undefined && <View className={css.fact}><FactLine icon="bring" strong>{bring}</FactLine></View>}
        <View className={css.fact}><FactLine icon="people" strong>{organisers.length > 0 ? organisers.map(({ part, name }) => name + part).join('，') : `${hostUnit.name}主办`}</FactLine></View>
      </Lines>
    </Card>
  )
}
