/** 意见建议: a few sentences to the admins, and what became of the earlier ones. Nothing typed is lost before the server has it. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { loadMe, useMe } from '../../../stores/people'
import { suggest, unitWrittenTo, unitsToWriteTo, useMySuggestions, useSuggestDraft } from '../../../stores/suggestions'
import { ChoiceRow } from '../../choice-row'
import css from './index.module.scss'
import { Mine } from './mine'
import { sendRefusals, words } from './wording'

type Wrong = { at: 'text' | 'callName' | 'all'; words: string } | null

export default function SuggestPage() {
  const me = useMe(({ value }) => value)
  const { form, change, startAgain } = useSuggestDraft()
  const [choosing, setChoosing] = useState(false)
  const [wrong, setWrong] = useState<Wrong>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  useDidShow(() => { void loadMe(); void useMySuggestions.getState().load({}) })

  const units = unitsToWriteTo(me)
  const to = unitWrittenTo(me, form.to)
  const type = (part: Partial<typeof form>) => { change(part); setWrong(null); setSent(false) }
  const send = async () => {
    if (to === null) return setWrong({ at: 'all', words: words.toMissing })
    if (form.text.trim() === '') return setWrong({ at: 'text', words: words.textMissing })
    setBusy(true)
    const answer = await suggest({ ...form, unitId: to.id })
    setBusy(false)
    if (!answer.ok) return setWrong(wrongOf(answer.failure, wordsOf(answer, sendRefusals)))
    startAgain()
    setWrong(null)
    setSent(true)
  }
  const at = (field: 'text' | 'callName') => (wrong?.at === field ? wrong.words : null)
  return (
    <Page title={words.page} home="/pages/resident/events/index" foot={<BottomBar><MainButton busy={busy && words.sending} onPress={() => void send()}>{words.send}</MainButton></BottomBar>}>
      <View className={css.what}>{words.what}</View>
      <View className={css.to}>
        <View className={css.unit}>{words.to} {to?.name ?? '…'}</View>
        {units.length > 1 && <TextLink label={`${words.other}，${words.to}${to?.name ?? ''}`} onPress={() => setChoosing(true)}>{words.other}</TextLink>}
      </View>
      <TextField label={words.text} value={form.text} several maxLength={500} hint={words.textHint} wrong={at('text')} onChange={(text) => type({ text })} />
      <TextField label={words.callName} value={form.callName} maxLength={12} hint={words.callNameHint} wrong={at('callName')} onChange={(callName) => type({ callName })} />
      <View className={css.said}>
        {wrong?.at === 'all' && <Notice tone="attention">{wrong.words}</Notice>}
        {sent && <Notice tone="done">{words.sent}</Notice>}
      </View>
      <Mine />
      <Sheet open={choosing} title={words.toTitle} onClose={() => setChoosing(false)}>
        <Lines>{units.map(({ id, name }) => <ChoiceRow key={id} text={name} chosen={id === to?.id} onPress={() => { type({ to: id }); setChoosing(false) }} />)}</Lines>
      </Sheet>
    </Page>
  )
}

/** What is about a field stands under it. */
function wrongOf(failure: string, said: string): Wrong {
  if (failure === 'bad-input') return { at: said.startsWith('称呼') ? 'callName' : 'text', words: said }
  return { at: failure === 'words-refused' ? 'text' : 'all', words: said }
}
