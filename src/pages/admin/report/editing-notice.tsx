/** What whoever edits a report should know: a number that is gone from its words, figures that came later. */
import { View } from '@tarojs/components'
import type { Report } from '#contract/reports/report'
import { Notice } from '../../../components/notice'
import { clockOf, dayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import css from './way-up.module.scss'
import { words } from './wording'

export function EditingNotice({ editing }: Pick<Report, 'editing'>) {
  if (!editing) return null
  return (
    <>
      {editing.withoutNumber.length > 0 && <Notice tone="attention" note={words.withoutNote}>{words.without(editing.withoutNumber.join('、'))}</Notice>}
      {editing.unsaid.length > 0 && <Notice note={words.unsaidNote}>{words.unsaid(editing.unsaid.join('、'))}</Notice>}
      <View className={css.note}>{words.editedBy(editing.by, `${dayWords(dayOf(editing.at))} ${clockOf(editing.at)}`)}</View>
    </>
  )
}
