/** The draft as it would lie on a desk. Numbers are tokens: they open, and cannot be typed. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Report, Run } from '#contract/reports/report'
import { Figure } from '../../../components/figure'
import { TextLink } from '../../../components/text-link'
import { words } from './wording'
import styles from './paper.module.scss'

/** `onOpen` null: figures of some days open to nothing of their own. */
interface Props { report: Report; onOpen: ((figure: string) => void) | null }
type Token = Extract<Run, { figure: string }>

export function Paper({ report, onOpen }: Props) {
  /** Which number is open, by its place: the same figure may stand in several paragraphs. */
  const [open, setOpen] = useState<string | null>(null)
  return (
    <View className={styles.paper}>
      <View className={styles.title}>{report.title.split(/(\d{4}年\d{1,2}月)/).map((part, i) => (i % 2 === 0 ? part : <View key={i} className={styles.glued}>{part}</View>))}</View>
      {report.sections.map((section) => (
        <View key={section.kind}>
          {section.heading !== null && <View className={styles.heading}>{section.heading}</View>}
          {section.paragraphs.map((runs, i) => (
            <Paragraph key={i} runs={runs} fixed={report.handedIn?.approval ? words.fixedClosed : words.fixed} place={`${section.kind} ${i}`} open={open} onToggle={(place) => setOpen(open === place ? null : place)} onOpen={onOpen} />
          ))}
        </View>
      ))}
    </View>
  )
}

interface ParagraphProps { runs: readonly Run[]; fixed: string; place: string; open: string | null; onToggle(place: string): void; onOpen: Props['onOpen'] }

function Paragraph({ runs, fixed, place, open, onToggle, onOpen }: ParagraphProps) {
  const at = (i: number) => `${place} ${i}`
  const opened = runs.find((run, i): run is Token => 'figure' in run && at(i) === open)
  return (
    <>
      <View className={styles.paragraph}>
        {runs.map((run, i) => ('text' in run
          ? <Text key={i}>{i === 0 || 'text' in (runs[i - 1] ?? run) ? run.text : run.text.slice(stopAt(run).length)}</Text>
          : (
            <View key={i} className={styles.glued}>
              <Figure size="text" value={run.print} open={at(i) === open} {...(onOpen && { onOpen: () => onToggle(at(i)) })} />
              <Text>{stopAt(runs[i + 1])}</Text>
            </View>
          )))}
      </View>
      {opened && onOpen && (
        <View className={styles.panel}>
          <View><Text className={styles.print}>{opened.print}</Text><Text className={styles.fixed}>，{fixed}</Text></View>
          <TextLink label={`${opened.print}，${words.open}`} onPress={() => onOpen(opened.figure)}>{words.open}</TextLink>
        </View>
      )}
    </>
  )
}

/** The mark with which the words after a number begin, or nothing. */
function stopAt(run: Run | undefined): string {
  return run !== undefined && 'text' in run ? run.text.match(/^[，。；、：）”]/)?.[0] ?? '' : ''
}
