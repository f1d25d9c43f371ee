/** Which grid, or the unit itself for what no grid did. */
import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { UnitBrief } from '#contract/values'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { Sheet } from '../../../components/sheet'
import { ChoiceRow } from '../../choice-row'
import css from './unit-choice.module.scss'

interface Props { units: readonly UnitBrief[]; chosen: UnitBrief | null; onChange: (unit: UnitBrief) => void }

export function UnitChoice({ units, chosen, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const name = chosen ? nameOf(chosen) : '还没取到网格'
  return (
    <>
      <Card onPress={() => setOpen(true)} label={`网格，${name}，换一个`}>
        <View className={css.line}><Text className={css.name}>{name}</Text><Icon name="onward" /></View>
      </Card>
      <Sheet open={open} title="哪个网格" onClose={() => setOpen(false)}>
        <Lines>{units.map((unit) => <ChoiceRow key={unit.id} text={nameOf(unit)} chosen={unit.id === chosen?.id} onPress={() => { setOpen(false); onChange(unit) }} />)}</Lines>
      </Sheet>
    </>
  )
}

function nameOf(unit: UnitBrief): string {
  return unit.level === 'grid' ? unit.name : `${unit.name}（不分网格）`
}
