/** 历次改动: who wrote what and when; each can be read and laid down again. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import { clockOf, dayOf } from '../../../stores/calendar'
import { useVersions } from '../../../stores/report-text'
import { dayWords } from '../figures/months'
import { BlockText } from './block-text'
import styles from './index.module.scss'
import { words } from './wording'

interface Props { open: boolean; unitId: string; month: string; onRestore(n: number): Promise<string | null>; onClose(): void }

export function VersionsSheet({ open, unitId, month, onRestore, onClose }: Props) {
  const { value, load } = useVersions()
  const [n, setN] = useState<number | null>(null)
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => { if (open) void load({ unitId, month, ...(n !== null && { n }) }) }, [open, n, unitId, month])
  const close = () => { setN(null); setRefused(null); onClose() }
  const restore = async (version: number) => {
    setBusy(true)
    const refusal = await onRestore(version)
    setBusy(false)
    setAsks(false)
    setRefused(refusal)
    if (refusal === null) close()
  }
  const seen = value?.versions.find((one) => one.n === n)
  const nameOf = (name: string | null) => name ?? words.drafted
  return (
    <>
      <Sheet
        open={open} title={seen ? words.seeing(nameOf(seen.name)) : words.versions} step={String(n)} onClose={close}
        foot={seen && <View className={styles.answers}><PlainButton fill onPress={() => setN(null)}>{words.back}</PlainButton><PlainButton fill strong busy={busy && words.restoring} onPress={() => void restore(seen.n)}>{words.restore}</PlainButton></View>}
      >
        {refused !== null && <View className={styles.note}>{refused}</View>}
        {n === null && value?.versions.map((one) => (
          <View key={one.n} className={styles.version}>
            <View className={styles.words}>{nameOf(one.name)}<View className={styles.note}>{dayWords(dayOf(one.at))} {clockOf(one.begunAt)}{clockOf(one.at) === clockOf(one.begunAt) ? '' : `－${clockOf(one.at)}`}</View></View>
            <TextLink label={`看${nameOf(one.name)}的第${one.n}版`} onPress={() => setN(one.n)}>看</TextLink>
          </View>
        ))}
        {n === null && <TextLink onPress={() => setAsks(true)}>{words.redraft}</TextLink>}
        {n !== null && value?.blocks?.map((block) => <View key={block.id} className={block.section === 'title' ? styles.title : block.heading ? styles.heading : styles.paragraph}><BlockText runs={block.runs} /></View>)}
      </Sheet>
      <Confirm open={open && asks} question={words.redraftQuestion} words={words.redraftWords} yes={words.redraft} no={words.no} busy={busy && words.restoring} onYes={() => void restore(0)} onNo={() => setAsks(false)} />
    </>
  )
}
