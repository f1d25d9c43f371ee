/** 按日期、主题月写: a report of some days or of a campaign, which closes nothing. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Days } from '#contract/reports/scope'
import { MainButton } from '../../../components/main-button'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import type { ChosenCampaign } from '../../../stores/admin-scope'
import { today } from '../../../stores/calendar'
import { CampaignChoices } from '../frame/campaign-choices'
import { MomentEntry } from '../event-new/moment-entry'
import css from './way-up.module.scss'
import { words } from './wording'

/** Instead of the month. */
export interface Other { days: Days; campaign?: ChosenCampaign }

interface Props { open: boolean; unitId: string; month: string; other: Other | null; onChoose(other: Other | null): void; onClose(): void }

export function DaysSheet({ open, unitId, month, other, onChoose, onClose }: Props) {
  const usual = (): Days => ({ from: `${month}-01`, to: today().slice(0, 7) === month ? today() : `${month}-25` })
  const [typed, setTyped] = useState<Days>(other?.days ?? usual())
  useEffect(() => { if (open) setTyped(other?.days ?? usual()) }, [open])
  const isWrong = typed.from > typed.to
  return (
    <Sheet open={open} title={words.daysTitle} onClose={onClose} foot={<MainButton disabled={isWrong} onPress={() => onChoose({ days: typed })}>{words.daysWrite}</MainButton>}>
      <View className={css.note}>{words.daysNote}</View>
      <View className={css.day}><View className={css.note}>{words.daysFrom}</View><MomentEntry mode="date" label={words.daysFrom} value={typed.from} onChange={(from) => setTyped({ ...typed, from })} /></View>
      <View className={css.day}><View className={css.note}>{words.daysTo}</View><MomentEntry mode="date" label={words.daysTo} value={typed.to} onChange={(to) => setTyped({ ...typed, to })} /></View>
      {isWrong && <View className={css.note}>{words.daysWrong}</View>}
      <CampaignChoices label={words.campaigns} unitId={unitId} campaignId={other?.campaign?.id} onChoose={(days, campaign) => onChoose({ days, campaign })} />
      {other !== null && <PlainButton onPress={() => onChoose(null)}>{words.daysOff}</PlainButton>}
    </Sheet>
  )
}
