/** One table: filled for the period; its headings looked through, one by one, by who may. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TableView } from '#contract/reports/tables'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { cx } from '../../../components/cx'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import css from './index.module.scss'
import { MeaningSheet, type Choice } from './meaning-sheet'
import { words } from './wording'

interface Props {
  table: TableView
  figures: readonly Choice[]
  /** 2026年11月 */
  when: string
  /** Whose table it is; null: the unit's own. */
  owner: string | null
  busy: boolean
  begins: boolean
  onFill(): void
  onSay(said: Pick<TableView, 'layout' | 'heads'>): void
  onTakeAway(): void
}

export function TableCard({ table, figures, when, owner, busy, begins, onFill, onSay, onTakeAway }: Props) {
  const [open, setOpen] = useState(begins)
  const [at, setAt] = useState<string | null>(null)
  const { heads, layout, layouts } = table
  const zhOf = (means: string) => words.plain[means as keyof typeof words.plain] ?? figures.find(({ name }) => name === means)?.zh ?? means
  const key = ({ axis, line, into }: TableView['layout']) => `${axis} ${line} ${into}`
  return (
    <Card>
      <View className={css.name}>{table.name}</View>
      <View className={css.note}>{owner === null ? '' : `${words.of(owner)} · `}{words.mapped(heads.filter(({ means }) => means !== null).length, heads.length)}</View>
      <View className={css.acts}>
        <PlainButton icon="save" busy={busy && words.filling} onPress={onFill}>{words.fill(when)}</PlainButton>
        {table.own && <TextLink label={`${open ? words.fold : words.look}：${table.name}`} onPress={() => setOpen(!open)}>{open ? words.fold : words.look}</TextLink>}
      </View>
      {open && table.own && (
        <>
          {layouts.length > 1 && (
            <>
              <View className={css.label}>{words.place}</View>
              <Choices
                label={words.place} chosen={key(layout)} onChange={(chosen) => { const other = layouts.find((one) => key(one.layout) === chosen); if (other) onSay({ layout: other.layout, heads: [] }) }}
                items={layouts.map((one) => ({ key: key(one.layout), text: `${one.layout.axis === 'across' ? words.across(one.layout.line) : words.down(one.layout.line, one.layout.into)}：${one.words}` }))}
              />
            </>
          )}
          <Lines>
            {heads.map((head) => (
              <Press key={head.at} className={css.head} label={words.head(head.text, head.means === null ? words.none : zhOf(head.means))} onPress={() => setAt(head.at)}>
                <View className={css.text}>{head.text}</View>
                <View className={cx(css.means, head.means === null && css.none)}>{head.means === null ? words.none : zhOf(head.means)}</View>
              </Press>
            ))}
          </Lines>
          <TextLink label={`${words.takeAway}：${table.name}`} onPress={onTakeAway}>{words.takeAway}</TextLink>
        </>
      )}
      <MeaningSheet
        heading={heads.find((head) => head.at === at)?.text ?? null} figures={figures} onClose={() => setAt(null)}
        onChoose={(means) => { setAt(null); onSay({ layout, heads: heads.map((head) => (head.at === at ? { ...head, means } : head)) }) }}
      />
    </Card>
  )
}
