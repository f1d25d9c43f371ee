/** The text once more, and what is answered. What was typed stays through a refusal, a lost line, and closing the sheet. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { SuggestionToAnswer } from '#contract/suggestions/suggestion'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { wordsOf } from '../../../stores/failure-words'
import { reply } from '../../../stores/suggestions'
import css from './index.module.scss'
import { answerRefusals, words } from './wording'

export function AnswerSheet({ to, onClose }: { to: SuggestionToAnswer | null; onClose(): void }) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = to?.id ?? ''
  const text = typed[id] ?? to?.answer?.text ?? ''
  useEffect(() => setWrong(null), [id])

  const send = async () => {
    if (!to) return
    if (text.trim() === '') return setWrong(words.textMissing)
    setBusy(true)
    const answer = await reply(to, text)
    setBusy(false)
    if (!answer.ok) return setWrong(wordsOf(answer, answerRefusals))
    setTyped(({ [to.id]: _sent, ...rest }) => rest)
    onClose()
  }
  return (
    <Sheet open={to !== null} title={words.title} onClose={onClose} foot={<MainButton busy={busy && words.sending} onPress={() => void send()}>{words.send}</MainButton>}>
      {to && (
        <View>
          <View className={css.quoted}>{to.text}</View>
          {to.answer && to.answer.text !== text && <View className={css.note}>{words.by}：{to.answer.text}</View>}
          <TextField label={words.text} value={text} several maxLength={500} hint={words.note} wrong={wrong} onChange={(value) => { setTyped({ ...typed, [to.id]: value }); setWrong(null) }} />
        </View>
      )}
    </Sheet>
  )
}
