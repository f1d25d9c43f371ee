/** 改总结: every word of a month's report, paragraph by paragraph; what is changed is kept by itself, and what others change is seen. */
import Taro, { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Block } from '#contract/reports/text'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { blocksShown, useReportText, type Runs } from '../../../stores/report-text'
import { homeOf } from '../frame/rooms'
import { BlockRow } from './block-row'
import { EventsSheet } from './events-sheet'
import styles from './index.module.scss'
import { VersionsSheet } from './versions-sheet'
import { beginRefusals, restoreRefusals, saveRefusals, words } from './wording'

/** How often it is asked what others have changed, in ms. */
const lookEvery = 8_000

export default function ReportEdit() {
  const { unitId, month } = useRouter().params
  const store = useReportText()
  const { text, conflicts, undos, state, failed, warned, about } = store
  const [openId, setOpenId] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [versions, setVersions] = useState(false)
  /** Below which block an event is put. */
  const [tellsBelow, setTellsBelow] = useState<string | null>(null)
  const looking = useRef<ReturnType<typeof setInterval>>()
  const start = () => { if (unitId && month) void store.open(unitId, month) }
  const look = () => { clearInterval(looking.current); looking.current = setInterval(() => void useReportText.getState().look(), lookEvery) }
  useEffect(start, [unitId, month])
  useDidShow(look)
  const rest = () => { clearInterval(looking.current); void useReportText.getState().save() }
  useDidHide(rest)
  useUnload(rest)
  useEffect(() => { look(); return () => clearInterval(looking.current) }, [])

  const shown = about?.unitId === unitId && about?.month === month ? blocksShown(store) : []
  const write = (block: Block, paragraphs: Runs[]) => {
    const [first = [], ...more] = paragraphs
    store.write(block.id, first)
    let after = block.id
    for (const runs of more) after = store.add(after, runs)
    if (more.length > 0) setOpenId(after)
  }
  const copy = ({ runs }: Block) => void Taro.setClipboardData({ data: runs.map((run) => ('text' in run ? run.text : run.print ?? '')).join('') }).then(() => setSaid(words.copied), () => setSaid(words.notCopied))
  const restore = async (n: number) => {
    const answer = await store.restore(n)
    if (answer && !answer.ok) return wordsOf(answer, restoreRefusals)
    setOpenId(null)
    setSaid(words.restored)
    return null
  }
  const isBroken = !unitId || !month
  const failure = isBroken ? { title: words.failedTitle, words: words.brokenAddress } : failed && text === null ? { title: words.failedTitle, words: wordsOf(failed, { ...beginRefusals, ...saveRefusals }), onRetry: start } : null
  return (
    <Page
      title={words.title} home={homeOf.report} bare loading={!isBroken && text === null && failed === null} shape="lines" failure={failure}
      foot={text && (
        <BottomBar words={said ?? words[state]} side={undos.length > 0 ? [{ text: words.undo, icon: 'again', onPress: () => { setSaid(null); store.undo() } }] : []}>
          <MainButton onPress={() => { void store.save(); void Taro.navigateBack().catch(() => Taro.redirectTo({ url: homeOf.report })) }}>{words.done}</MainButton>
        </BottomBar>
      )}
    >
      <View className={styles.how}>{words.how}</View>
      {failed && text && <Notice tone="attention">{wordsOf(failed, saveRefusals)}</Notice>}
      {warned && <Notice tone="attention">{words.warned}</Notice>}
      {shown.map((block) => {
        const theirs = conflicts.includes(block.id) ? text?.blocks?.find((one) => one.id === block.id) ?? null : undefined
        return (
          <BlockRow
            key={block.id} block={block} figures={text?.figures ?? []} isOpen={openId === block.id} {...(theirs !== undefined && { theirs })}
            onOpen={() => { setSaid(null); setOpenId(block.id) }} onClose={() => setOpenId(null)} onWrite={(paragraphs) => { setSaid(null); write(block, paragraphs) }} onCopy={() => copy(block)}
            onAdd={() => setOpenId(store.add(block.id, []))} onTell={() => setTellsBelow(block.id)} onRemove={() => { store.remove(block.id); setOpenId(null); setSaid(words.removed) }} onChoose={(whose) => store.choose(block.id, whose)}
          />
        )
      })}
      {text && <View className={styles.foot}><TextLink onPress={() => setVersions(true)}>{words.versions}</TextLink></View>}
      {unitId && month && <EventsSheet open={tellsBelow !== null} unitId={unitId} month={month} onChoose={(runs) => { if (tellsBelow !== null) { setSaid(null); setOpenId(store.add(tellsBelow, runs)) } }} onClose={() => setTellsBelow(null)} />}
      {unitId && month && <VersionsSheet open={versions} unitId={unitId} month={month} onRestore={restore} onClose={() => setVersions(false)} />}
    </Page>
  )
}
