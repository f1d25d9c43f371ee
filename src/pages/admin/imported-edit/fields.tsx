/** What one says of a figure that is brought over: which, when, how many, where from. What stands fixed in a correction is told, not asked. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Importable } from '#contract/work/imported'
import { Chips } from '../../../components/chips'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { TextField } from '../../../components/text-field'
import type { ImportedForm } from '../../../stores/imported'
import { periodOf, periodWords } from '../imported/periods'
import { sources } from '../imported/wording'
import type { Field } from './check-form'
import css from './index.module.scss'
import { IndicatorSheet } from './indicator-sheet'
import { words } from './wording'

interface Props { form: ImportedForm; choices: readonly Importable[]; /** A correction: figure and period stand. */ fixed: boolean; wrong: Partial<Record<Field, string>>; onChange(part: Partial<ImportedForm>): void }

const kinds = (['system', 'office', 'paper'] as const).map((key) => ({ key, text: sources[key] }))
const months = Array.from({ length: 12 }, (_, i) => ({ key: String(i + 1), text: `${i + 1}月` }))
const quarters = ['一', '二', '三', '四'].map((text, i) => ({ key: String(i + 1), text: `第${text}季度` }))

export function Fields({ form, choices, fixed, wrong, onChange }: Props) {
  const [choosing, setChoosing] = useState(false)
  const choice = choices.find(({ name }) => name === form.indicator) ?? null
  const open = choice?.open === true
  return (
    <View>
      {fixed && choice && <View className={css.what}>{periodWords(periodOf(form, open))}，{choice.zh}</View>}
      {!fixed && (
        <>
          <Heading as="label">{words.indicator}</Heading>
          <View className={css.chosen}>
            {choice && <View className={css.chosenName}>{choice.zh}</View>}
            <PlainButton small onPress={() => setChoosing(true)}>{words.choose}</PlainButton>
          </View>
          {wrong.indicator !== undefined && <View className={css.trouble}><Notice tone="attention">{wrong.indicator}</Notice></View>}
          {open && <View className={css.note}>{words.openNote}</View>}
          {!open && <><Heading as="label">{words.shape}</Heading><Segmented label={words.shape} items={words.shapes} chosen={form.shape} onChange={(shape) => onChange({ shape, part: shape === 'quarter' ? Math.min(form.part, 4) : form.part })} /></>}
          {!open && form.shape !== 'month' && <View className={css.note}>{words.longerNote[form.shape]}</View>}
          <TextField label={words.year} value={form.year} keys="number" maxLength={4} wrong={wrong.year ?? null} onChange={(year) => onChange({ year })} />
          {!open && form.shape === 'month' && <><Heading as="label">{words.month}</Heading><Choices label={words.month} items={months} chosen={String(form.part)} onChange={(part) => onChange({ part: Number(part) })} /></>}
          {!open && form.shape === 'quarter' && <><Heading as="label">{words.quarter}</Heading><Choices label={words.quarter} items={quarters} chosen={String(form.part)} onChange={(part) => onChange({ part: Number(part) })} /></>}
        </>
      )}
      <TextField label={words.number(choice?.measure ?? '')} value={form.number} keys="decimal" maxLength={13} hint={words.numberHint} wrong={wrong.number ?? null} onChange={(number) => onChange({ number })} />
      <Heading as="label">{words.soft}</Heading>
      <Chips label={words.soft} items={words.softs} chosen={form.softness} onChange={(softness) => onChange({ softness, ...(softness === 'thousand' && { number: '1000' }) })} />
      <Heading as="label">{words.kind}</Heading>
      <Segmented label={words.kind} items={kinds} chosen={form.kind} onChange={(kind) => onChange({ kind })} />
      <TextField label={words.from[form.kind]} value={form.from} placeholder={words.fromHint[form.kind]} several maxLength={40} wrong={wrong.from ?? null} onChange={(from) => onChange({ from: from.replace(/\n/g, '') })} />
      <IndicatorSheet open={choosing} choices={choices} onClose={() => setChoosing(false)} onChoose={(one) => { setChoosing(false); onChange({ indicator: one.name }) }} />
    </View>
  )
}
