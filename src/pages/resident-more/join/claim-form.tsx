import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnitBrief } from '#contract/values'
import { BottomBar } from '../../../components/bottom-bar'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { claim } from '../../../stores/roles'
import css from './index.module.scss'
import { claimRefusals, levelItems, words } from './wording'

interface Props { title: string; onBack(): void; onJoined(unit: UnitBrief): void }

export function ClaimForm({ title, onBack, onJoined }: Props) {
  const [form, setForm] = useState({ name: '', unitName: '', level: 'community' as (typeof levelItems)[number]['key'], code: '' })
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof form>) => { setForm({ ...form, ...part }); setWrong(null) }
  const claimNow = async () => {
    setBusy(true)
    const answer = await claim(form)
    setBusy(false)
    if (answer.ok) onJoined(answer.value.unit)
    else setWrong(wordsOf(answer, claimRefusals))
  }
  return (
    <Page title={title} home="/pages/resident/mine/index" foot={<BottomBar><MainButton busy={busy && words.claiming} onPress={() => void claimNow()}>{words.claim}</MainButton></BottomBar>}>
      <View className={css.what}>{words.firstWhat}</View>
      {wrong !== null && <Notice tone="attention">{wrong}</Notice>}
      <TextField label={words.name} value={form.name} placeholder={words.nameHint} maxLength={20} onChange={(name) => change({ name })} />
      <TextField label={words.unit} value={form.unitName} placeholder={words.unitHint} maxLength={30} onChange={(unitName) => change({ unitName })} />
      <Heading as="label">{words.level}</Heading>
      <Choices label={words.level} items={levelItems} chosen={form.level} onChange={(level) => change({ level })} />
      <TextField label={words.claimCode} value={form.code} maxLength={40} onChange={(code) => change({ code })} />
      <View className={css.other}><TextLink onPress={onBack}>{words.withInvitation}</TextLink></View>
    </Page>
  )
}
