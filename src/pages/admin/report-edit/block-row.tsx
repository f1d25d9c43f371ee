/** One block of the report: as it reads, open to be changed, or changed by two people at once. */
import { View } from '@tarojs/components'
import type { Block } from '#contract/reports/text'
import { cx } from '../../../components/cx'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import { clockOf, dayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import { BlockEditor } from './block-editor'
import { BlockText } from './block-text'
import styles from './index.module.scss'
import { shownOf } from './token-text'
import { words } from './wording'

type EditorProps = Parameters<typeof BlockEditor>[0]
interface Props extends EditorProps {
  isOpen: boolean
  /** What somebody else made of it, while it was changed here too; null: took it out. Absent: nobody did. */
  theirs?: Block | null
  onOpen(): void
  onChoose(whose: 'mine' | 'theirs'): void
}

export function BlockRow({ isOpen, theirs, onOpen, onChoose, ...editor }: Props) {
  const { block } = editor
  const look = cx(styles.block, block.section === 'title' ? styles.title : block.heading ? styles.heading : styles.paragraph)
  return (
    <View>
      {isOpen ? <BlockEditor {...editor} /> : <Press className={look} label={words.open(shownOf(block.runs).slice(0, 20))} onPress={onOpen}><View className={styles.words}><BlockText runs={block.runs} /></View></Press>}
      {theirs !== undefined && (
        <View className={styles.conflict}>
          <Notice tone="attention">{theirs === null ? words.gone : words.conflict(theirs.by?.name || words.somebody)}{theirs && <View className={styles.theirs}><BlockText runs={theirs.runs} /></View>}</Notice>
          <View className={styles.answers}>
            <PlainButton fill onPress={() => onChoose('theirs')}>{words.takeTheirs}</PlainButton>
            <PlainButton fill onPress={() => onChoose('mine')}>{words.takeMine}</PlainButton>
          </View>
        </View>
      )}
      {theirs === undefined && isOpen && block.by && <View className={styles.note}>{words.changedBy(block.by.me ? words.mine : block.by.name, `${dayWords(dayOf(block.by.at))} ${clockOf(block.by.at)} `)}</View>}
    </View>
  )
}
