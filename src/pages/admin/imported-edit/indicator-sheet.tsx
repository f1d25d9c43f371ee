/** One of the figures that there are, found by its name. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Importable } from '#contract/work/imported'
import { Press } from '../../../components/press'
import { SearchField } from '../../../components/search-field'
import { Sheet } from '../../../components/sheet'
import { found } from '../imported/periods'
import css from './index.module.scss'
import { words } from './wording'

export function IndicatorSheet({ open, choices, onChoose, onClose }: { open: boolean; choices: readonly Importable[]; onChoose(one: Importable): void; onClose(): void }) {
  const [typed, setTyped] = useState('')
  const shown = found(choices, typed)
  return (
    <Sheet open={open} title={words.choose} onClose={onClose}>
      <SearchField label={words.find} value={typed} onChange={setTyped} />
      {shown.length === 0 && <View className={css.note}>{words.noneFound}</View>}
      {shown.map((one) => (
        <Press key={one.name} className={css.choice} label={`${one.zh}，${one.measure}`} onPress={() => onChoose(one)}>
          <View className={css.choiceName}>{one.zh}</View>
          <View className={css.note}>{one.measure}</View>
        </Press>
      ))}
    </Sheet>
  )
}
