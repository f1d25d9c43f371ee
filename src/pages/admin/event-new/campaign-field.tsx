/** Which 主题月 or 宣传周 the event belongs to; asked only where there is one around that day. */
import { useEffect } from 'react'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { useCampaigns } from '../../../stores/campaigns'
import { ChoiceRow } from '../../choice-row'
import { words } from './wording'

interface Props { unitId: string; chosen: string; on: string; onChange(campaignId: string): void }

export function CampaignField({ unitId, chosen, on, onChange }: Props) {
  const { input, value, load } = useCampaigns()
  useEffect(() => { void load({ unitId }) }, [unitId])
  const around = (input?.unitId === unitId ? value?.campaigns ?? [] : []).filter(({ id, from, to }) => id === chosen || (from <= on && on <= to))
  if (around.length === 0) return null
  return (
    <>
      <Heading as="label">{words.campaign}</Heading>
      <Lines>
        <ChoiceRow text={words.noCampaign} chosen={chosen === ''} onPress={() => onChange('')} />
        {around.map(({ id, ordinal, name, unit }) => <ChoiceRow key={id} text={`${ordinal ?? ''}${name}`} note={unit.name} chosen={chosen === id} onPress={() => onChange(id)} />)}
      </Lines>
    </>
  )
}
