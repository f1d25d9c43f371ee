/** 主题月, 宣传周 to choose one, each with its days; where none can be fetched there is nothing to see. */
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { ChosenCampaign } from '../../../stores/admin-scope'
import { useCampaigns } from '../../../stores/campaigns'
import { daysTitle } from '../figures/months'
import styles from './campaign-choices.module.scss'
import { Choice } from './month-sheet'

interface Props { label: string; unitId: string; campaignId: string | undefined; onChoose(days: { from: string; to: string }, campaign: ChosenCampaign): void }

export function CampaignChoices({ label, unitId, campaignId, onChoose }: Props) {
  const { input, value, load } = useCampaigns()
  useEffect(() => void load({ unitId }), [unitId])
  if (input?.unitId !== unitId || value === null || value.campaigns.length === 0) return null
  return (
    <View>
      <View className={styles.label}>{label}</View>
      {value.campaigns.map(({ id, name, ordinal, from, to }) => {
        const whole = `${ordinal ?? ''}${name}`
        return <Choice key={id} name={`${whole}，${daysTitle({ from, to })}`} chosen={id === campaignId} onChoose={() => onChoose({ from, to }, { id, name: whole })} />
      })}
    </View>
  )
}
