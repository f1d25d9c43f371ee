/** Fetches what a figure counts and shows it; a page on a phone, the right column of a wide screen. */
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ErrorLeaf } from '../../../components/error-leaf'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { Skeleton } from '../../../components/skeleton'
import { wordsOf } from '../../../stores/failure-words'
import { today } from '../../../stores/calendar'
import { useFigureFacts } from '../../../stores/totals'
import { FactsPanel } from '../figures/facts-panel'
import { factsView } from '../figures/facts-rows'
import { periodTitle } from '../figures/periods'
import type { FactsOf } from './address'
import styles from './opened-facts.module.scss'
import { refusals, words } from './wording'

export function OpenedFacts({ of, onClose }: { of: FactsOf; onClose?: () => void }) {
  const { unitId, month, figure, own, campaignId } = of
  const { input, value, failed, loading, load, more } = useFigureFacts()
  const ask = () => void load({ unitId, month, figure, ...(own && { own }), ...(campaignId && { campaignId }) })
  useEffect(ask, [unitId, month, figure, own, campaignId])

  const mine = input?.unitId === unitId && input.month === month && input.figure === figure && (input.own ?? false) === own && input.campaignId === campaignId
  const ready = mine && value !== null
  return (
    <View>
      {onClose && <Press className={styles.close ?? ''} label="关闭" onPress={onClose}><Icon name="close" large /></Press>}
      {mine && failed !== null && value === null && <ErrorLeaf title={words.failedTitle} words={wordsOf(failed, refusals)} onRetry={ask} />}
      {!ready && !(mine && failed !== null) && <Skeleton shape="lines" />}
      {ready && <FactsPanel view={factsView(value, today())} where={`${value.unit.name}${own ? '本级' : ''} · ${periodTitle(month)}`} loading={loading} onMore={() => void more()} />}
    </View>
  )
}
