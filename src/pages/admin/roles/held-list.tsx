/** Who has a role, unit by unit in the tree's order, so many at a time. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { byUnit, type Held } from '../../../stores/roles'
import css from './index.module.scss'
import { heldWords, words } from './wording'

const aTime = 100

export function HeldList({ held, onChange }: { held: Held[]; onChange(one: Held): void }) {
  const [shown, setShown] = useState(aTime)
  return (
    <>
      {byUnit(held.slice(0, shown)).map(({ unit, held: here }) => (
        <View key={unit.id}>
          <Heading>{unit.name}</Heading>
          <View className={css.list}><Card flat>
            <Lines>
              {here.map((one) => (
                <View key={`${one.personKey} ${one.role}`} className={css.line}>
                  <View className={css.who}>
                    <View className={css.name}>{one.name}</View>
                    <View className={css.note}>{heldWords(one, today())}</View>
                  </View>
                  <TextLink label={`${words.change}${one.name}`} onPress={() => onChange(one)}>{words.change}</TextLink>
                </View>
              ))}
            </Lines>
          </Card></View>
        </View>
      ))}
      {held.length > shown && <View className={css.more}><PlainButton onPress={() => setShown(shown + aTime)}>{words.more}</PlainButton></View>}
    </>
  )
}
