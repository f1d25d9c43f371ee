/** One of the units that the admin covers; of many the first, and the rest by name. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnitBrief } from '#contract/values'
import { Lines } from '../../../components/lines'
import { SearchField } from '../../../components/search-field'
import { coveredByAdmin } from '../../../stores/admin-scope'
import { useMe } from '../../../stores/people'
import { ChoiceRow } from '../../choice-row'
import { words } from './wording'

const fewEnough = 8
const mostShown = 40

export function UnitChoice({ chosen, onChoose }: { chosen: UnitBrief; onChoose(unit: UnitBrief): void }) {
  const [sought, setSought] = useState('')
  const me = useMe(({ value }) => value)
  const units = withCommunity(coveredByAdmin(me))
  const rows = units.filter(({ unit, above }) => `${above ?? ''}${unit.name}`.includes(sought.trim())).slice(0, mostShown)
  return (
    <View>
      {units.length > fewEnough && <SearchField label={words.findUnit} value={sought} onChange={setSought} />}
      <Lines>{rows.map(({ unit, above }) => <ChoiceRow key={unit.id} text={unit.name} {...(above === undefined ? {} : { note: above })} chosen={unit.id === chosen.id} onPress={() => onChoose(unit)} />)}</Lines>
    </View>
  )
}

/** Grids of several communities have the same names. The units come parents before children. */
function withCommunity(units: UnitBrief[]): { unit: UnitBrief; above: string | undefined }[] {
  let community: string | undefined
  return units.map((unit) => {
    if (unit.level === 'community') community = unit.name
    return { unit, above: unit.level === 'grid' ? community : undefined }
  })
}
