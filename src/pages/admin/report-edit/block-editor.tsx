/** One block, open: its words in a field, the figures that may be put where the caret is, and what else is done with a paragraph. */
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { longestBlock, type Block, type WrittenText } from '#contract/reports/text'
import { cx } from '../../../components/cx'
import { Entry } from '../../../components/entry'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import type { Runs } from '../../../stores/report-text'
import styles from './index.module.scss'
import { paragraphsOf, shownOf, typedOver, withFigure } from './token-text'
import { words } from './wording'

interface Props {
  block: Block
  figures: WrittenText['figures']
  /** More than one where a line end was typed: each a paragraph of its own. */
  onWrite(paragraphs: Runs[]): void
  onCopy(): void
  onAdd(): void
  /** Below it, an event in a sentence. */
  onTell(): void
  onRemove(): void
  onClose(): void
}

export function BlockEditor({ block, figures, onWrite, onCopy, onAdd, onTell, onRemove, onClose }: Props) {
  const shown = shownOf(block.runs)
  /** What the field holds: for a moment what was typed, then what became of it, so that a phone's own field follows. */
  const [field, setField] = useState(shown)
  const caret = useRef(shown.length)
  const [all, setAll] = useState(false)
  useEffect(() => { if (field !== shown) setField(shown) }, [field, shown])
  const isParagraph = !block.heading
  const type = (typed: string, at?: number) => {
    setField(typed)
    caret.current = at ?? typed.length
    const next = typedOver(block.runs, typed, at, figures.map(({ name, print }) => ({ figure: name, print })))
    onWrite(isParagraph ? paragraphsOf(next) : [next.flatMap((run) => ('text' in run ? [{ text: run.text.replace(/[\r\n]+/g, '') }] : []))])
  }
  const used = new Set(block.runs.flatMap((run) => ('figure' in run ? [run.figure] : [])))
  const offered = figures.filter(({ name }) => all || used.has(name))
  return (
    <View className={styles.editor}>
      <View className={cx(styles.field, block.heading && styles.headField)}>
        <Entry
          label={block.section === 'title' ? words.editing.title : block.heading ? words.editing.heading : words.editing.paragraph}
          value={field} maxLength={longestBlock} several={isParagraph} onChange={type} onLeave={(at) => { if (at >= 0) caret.current = at }} className={styles.entry}
        />
      </View>
      {isParagraph && (offered.length > 0 || figures.length > 0) && (
        <View className={styles.tray}>
          <View className={styles.note}>{words.figures}</View>
          <View className={styles.chips}>
            {offered.map(({ name, zh, print }) => (
              <Press key={name} className={styles.chip} label={words.figureLabel(zh, print)} onPress={() => onWrite([withFigure(block.runs, { figure: name, print }, caret.current)])}>
                <View>{zh} {print}</View>
              </Press>
            ))}
            {!all && figures.length > offered.length && <TextLink onPress={() => setAll(true)}>{words.more}</TextLink>}
          </View>
        </View>
      )}
      <View className={styles.acts}>
        <TextLink onPress={onCopy}>{words.copy}</TextLink>
        {block.section !== 'title' && <TextLink onPress={onAdd}>{words.add}</TextLink>}
        {block.section !== 'title' && <TextLink onPress={onTell}>{words.tell}</TextLink>}
        {block.section !== 'title' && <TextLink onPress={onRemove}>{words.remove}</TextLink>}
        <TextLink onPress={onClose}>{words.close}</TextLink>
      </View>
    </View>
  )
}
