import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '#contract/call'
import type { acceptRole } from '#contract/roles/accept'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { accept } from '../../../stores/roles'
import css from './index.module.scss'
import { acceptRefusals, words } from './wording'

interface Props { title: string; scanned: string; onFirst(): void; onJoined(joined: Output<typeof acceptRole>): void }

export function AcceptForm({ title, scanned, onFirst, onJoined }: Props) {
  const [code, setCode] = useState(scanned)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const acceptNow = async () => {
    if (code.trim() === '') return setWrong(words.codeMissing)
    setBusy(true)
    const answer = await accept(code)
    setBusy(false)
    if (answer.ok) onJoined(answer.value)
    else setWrong(wordsOf(answer, acceptRefusals))
  }
  return (
    <Page title={title} home="/pages/resident/mine/index" foot={<BottomBar><MainButton busy={busy && words.accepting} onPress={() => void acceptNow()}>{words.accept}</MainButton></BottomBar>}>
      <View className={css.what}>{words.what}</View>
      <TextField label={words.code} value={code} hint={words.codeHint} maxLength={40} wrong={wrong} onChange={(typed) => { setCode(typed); setWrong(null) }} onDone={() => void acceptNow()} />
      <View className={css.other}><TextLink onPress={onFirst}>{words.first}</TextLink></View>
    </Page>
  )
}
