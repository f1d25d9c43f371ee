/** 复制: all of it, or one paragraph, as plain text for WPS or the group. */
import { View } from '@tarojs/components'
import type { Report } from '#contract/reports/report'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import { Sheet } from '../../../components/sheet'
import { reportText, textOfRun } from './report-text'
import css from './way-up.module.scss'
import { words } from './wording'

export function CopySheet({ open, report, onCopy, onClose }: { open: boolean; report: Report; onCopy(text: string): void; onClose(): void }) {
  const paragraphs = report.sections.flatMap(({ heading, paragraphs: all }) => all.map((runs) => ({ heading, text: runs.map(textOfRun).join('') })))
  return (
    <Sheet open={open} title={words.copyTitle} onClose={onClose}>
      <PlainButton strong icon="share" onPress={() => onCopy(reportText(report))}>{words.copy}</PlainButton>
      <View className={css.title}>{words.copyOne}</View>
      {paragraphs.map(({ heading, text }, index) => (
        <Press key={index} className={css.choice} label={words.copyThis(text.slice(0, 20))} onPress={() => onCopy(text)}>
          <View className={css.name}>
            {heading !== null && heading !== paragraphs[index - 1]?.heading && <View className={css.note}>{heading}</View>}
            <View className={css.start}>{startOf(text)}</View>
          </View>
        </Press>
      ))}
    </Sheet>
  )
}

/** As much as tells paragraphs apart. */
function startOf(text: string): string {
  return text.length > 26 ? `${text.slice(0, 25)}…` : text
}
