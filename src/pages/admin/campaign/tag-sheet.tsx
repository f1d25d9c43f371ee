/** 勾活动、记录: what counts as one item. Each tap is saved at once. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { wholeCampaign } from '#contract/events/campaign'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { tag, useTickable } from '../../../stores/campaigns'
import { wordsOf } from '../../../stores/failure-words'
import css from './index.module.scss'
import { factWords, type Item } from './item-line'
import { tickableRefusals, tickRefusals, words } from './wording'

interface Props { campaignId: string; unitId: string; item: Pick<Item, 'id' | 'text'>; onClose(): void }

export function TagSheet({ campaignId, unitId, item, onClose }: Props) {
  const { value, failed, loading, load, reload } = useTickable()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => { void load({ campaignId, unitId, item: item.id }) }, [campaignId, unitId, item.id])
  const facts = value?.facts ?? []
  const whole = item.id === wholeCampaign
  const left = facts.filter(({ tagged }) => !tagged)
  const press = async (some: typeof facts) => {
    setBusy(true)
    setSaid(null)
    for (const fact of some) {
      const answer = await tag({ campaignId, item: item.id, what: fact.what, factId: fact.id, tagged: !fact.tagged, seen: fact.seen })
      if (answer.ok) continue
      setSaid(wordsOf(answer, tickRefusals))
      break
    }
    await reload()
    setBusy(false)
  }
  return (
    <Sheet open title={whole ? words.whole : words.sheetTitle} onClose={onClose}>
      {!whole && <View className={css.what}>{item.text}</View>}
      <View className={css.note}>{whole ? words.wholeNote : words.sheetNote}</View>
      {said !== null && <Notice tone="attention">{said}</Notice>}
      {failed && <Notice tone="attention">{wordsOf(failed, tickableRefusals)}</Notice>}
      {loading && value === null && <Skeleton shape="lines" />}
      {value && facts.length === 0 && <Notice>{words.nothing}</Notice>}
      {whole && left.length > 1 && <PlainButton small busy={busy ? words.counting : false} onPress={() => void press(left)}>{words.countAll(left.length)}</PlainButton>}
      <Lines>
        {facts.map((fact) => fact.anyhow ? (
          <View key={`${fact.what} ${fact.id}`} className={css.fact}>
            <View className={css.box}><Icon name="tick" /></View>
            <View className={css.what}>{factWords(fact, unitId)}<View className={css.note}>{words.anyhow}</View></View>
          </View>
        ) : (
          <Press key={`${fact.what} ${fact.id}`} className={css.fact} role="checkbox" checked={fact.tagged} disabled={busy} label={factWords(fact, unitId)} onPress={() => void press([fact])}>
            <View className={cx(css.box, fact.tagged && css.on)}>{fact.tagged && <Icon name="tick" />}</View>
            <View className={css.what}>{factWords(fact, unitId)}</View>
          </Press>
        ))}
      </Lines>
      {value?.more && <View className={css.note}>{words.moreToTag}</View>}
    </Sheet>
  )
}
