/** What one heading asks for: a figure found by its name, the unit, the number of the row, the period; or nothing. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '#contract/call'
import type { listTables } from '#contract/reports/tables'
import { Press } from '../../../components/press'
import { SearchField } from '../../../components/search-field'
import { Sheet } from '../../../components/sheet'
import css from './index.module.scss'
import { words } from './wording'

export type Choice = Output<typeof listTables>['figures'][number]

/** `heading` null: shut. */
export function MeaningSheet({ heading, figures, onChoose, onClose }: { heading: string | null; figures: readonly Choice[]; onChoose(means: string | null): void; onClose(): void }) {
  const [typed, setTyped] = useState('')
  const asked = typed.trim()
  const plain = (Object.keys(words.plain) as (keyof typeof words.plain)[]).map((name) => ({ name, zh: words.plain[name], measure: '' }))
  const shown = [...plain, ...figures].filter(({ zh }) => zh.includes(asked))
  const choose = (means: string | null) => { setTyped(''); onChoose(means) }
  return (
    <Sheet open={heading !== null} title={words.choose(heading ?? '')} onClose={onClose}>
      <SearchField label={words.find} value={typed} onChange={setTyped} />
      <Press className={css.choice} label={words.none} onPress={() => choose(null)}>{words.none}</Press>
      {shown.map(({ name, zh, measure }) => (
        <Press key={name} className={css.choice} label={`${zh}，${measure}`} onPress={() => choose(name)}>
          <View>{zh}</View>
          {measure !== '' && <View className={css.note}>{measure}</View>}
        </Press>
      ))}
    </Sheet>
  )
}
