/** A block as it reads; figures underlined, one without a number said to be so. */
import { Text } from '@tarojs/components'
import type { Runs } from '../../../stores/report-text'
import styles from './index.module.scss'
import { shownRun } from './token-text'
import { words } from './wording'

export function BlockText({ runs }: { runs: Runs }) {
  if (runs.length === 0) return <Text className={styles.empty}>{words.empty}</Text>
  return <>{runs.map((run, index) => ('text' in run ? <Text key={index}>{run.text}</Text> : <Text key={index} className={run.print === null ? styles.without : styles.token}>{run.print ?? shownRun(run)}</Text>))}</>
}
