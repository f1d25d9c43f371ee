/** Where a grid goes and from which month; what that leaves as it was is said before it is decided. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TreeUnit } from '#contract/units/tree'
import type { UnitBrief } from '#contract/values'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { SearchField } from '../../../components/search-field'
import { today } from '../../../stores/calendar'
import { ChoiceRow } from '../../choice-row'
import css from './index.module.scss'
import { monthsToCome, moveSentence, words } from './wording'

export interface Destination { to: UnitBrief | null; from: string | null }

const fewEnough = 8
const mostShown = 30

interface Props { unit: TreeUnit; communities: UnitBrief[]; chosen: Destination; onChange(part: Partial<Destination>): void }

export function MoveFields({ unit, communities, chosen, onChange }: Props) {
  const [sought, setSought] = useState('')
  const others = communities.filter(({ id }) => id !== unit.parentId)
  const here = communities.find(({ id }) => id === unit.parentId)?.name ?? ''
  const fitting = others.filter(({ name, id }) => name.includes(sought.trim()) || id === chosen.to?.id).slice(0, mostShown)
  return (
    <View>
      <Heading as="label">{words.moveFrom}</Heading>
      <Choices label={words.moveFrom} items={monthsToCome(today().slice(0, 7))} chosen={chosen.from} onChange={(from) => onChange({ from })} />
      <Heading as="label">{words.moveTo}</Heading>
      {others.length > fewEnough && <SearchField label={words.find} value={sought} onChange={setSought} />}
      <Lines>{fitting.map((one) => <ChoiceRow key={one.id} text={one.name} chosen={one.id === chosen.to?.id} onPress={() => onChange({ to: one })} />)}</Lines>
      {chosen.to && chosen.from && <View className={css.means}>{moveSentence(unit.name, here, chosen.to.name, chosen.from)}</View>}
    </View>
  )
}
