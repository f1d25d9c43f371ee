/** 勾活动、记录: what counts as one item. Each tap is saved at once. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { tag, useTickable } from '../../../stores/campaigns'
import { wordsOf } from '../../../stores/failure-words'
import css from './index.module.scss'
import { factWords, type Item } from './item-line'
import { tickableRefusals, tickRefusals, words } from './wording'

interface Props { campaignId: string; unitId: string; item: Item; onClose(): void }

export function TagSheet({ campaignId, unitId, item, onClose }: Props) {
  const { value, failed, loading, load, reload } = useTickable()
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => { void load({ campaignId, unitId, item: item.id }) }, [campaignId, unitId, item.id])
  const facts = value?.facts ?? []
  const press = async (fact: (typeof facts)[number]) => {
    setBusy(fact.id)
    setSaid(null)
    const answer = await tag({ campaignId, item: item.id, what: fact.what, factId: fact.id, tagged: !fact.tagged, seen: fact.seen })
    if (!answer.ok) setSaid(wordsOf(answer, tickRefusals))
    await reload()
    setBusy(null)
  }
  return (
    <Sheet open title={words.sheetTitle} onClose={onClose}>
      <View className={css.what}>{item.text}</View>
      <View className={css.note}>{words.sheetNote}</View>
      {said !== null && <Notice tone="attention">{said}</Notice>}
      {failed && <Notice tone="attention">{wordsOf(failed, tickableRefusals)}</Notice>}
      {loading && value === null && <Skeleton shape="lines" />}
      {value && facts.length === 0 && <Notice>{words.nothing}</Notice>}
      <Lines>
        {facts.map((fact) => (
          <Press key={`${fact.what} ${fact.id}`} className={css.fact} role="checkbox" checked={fact.tagged} disabled={busy !== null} label={factWords(fact, unitId)} onPress={() => void press(fact)}>
            <View className={cx(css.box, fact.tagged && css.on)}>{fact.tagged && <Icon name="tick" />}</View>
            <View className={css.what}>{factWords(fact, unitId)}</View>
          </Press>
        ))}
      </Lines>
      {value?.more && <View className={css.note}>{words.moreToTag}</View>}
    </Sheet>
  )
}
