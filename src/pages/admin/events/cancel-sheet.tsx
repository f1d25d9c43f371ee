/** 取消活动: a question with its reason. Plain ink; a refusal keeps what was typed. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventBrief } from '#contract/events/event'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { wordsOf } from '../../../stores/failure-words'
import { cancel } from '../../../stores/hosted-events'
import styles from './cancel-sheet.module.scss'
import { cancelRefusals, words } from './wording'

interface Props { event: EventBrief | null; onClose(): void; onCancelled(): void }

export function CancelSheet({ event, onClose, onCancelled }: Props) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const reason = (event && reasons[event.id]) ?? ''
  const setReason = (typed: string) => event && setReasons({ ...reasons, [event.id]: typed })
  const cancelNow = async () => {
    if (event === null) return
    if (reason.trim() === '') return setWrong(words.reasonMissing)
    setBusy(true)
    const answer = await cancel(event.id, reason)
    setBusy(false)
    if (!answer.ok) return setWrong(wordsOf(answer, cancelRefusals))
    setReason('')
    setWrong(null)
    onCancelled()
  }
  return (
    <Sheet
      open={event !== null}
      title={words.cancel}
      onClose={onClose}
      foot={<><PlainButton fill onPress={onClose}>{words.keep}</PlainButton><PlainButton fill strong busy={busy && words.cancelling} onPress={() => void cancelNow()}>{words.cancelNow}</PlainButton></>}
    >
      <View className={styles.title}>{event === null ? '' : words.cancelTitle(event.title)}</View>
      <View className={styles.note}>{words.cancelNote}</View>
      <TextField label={words.reason} value={reason} placeholder={words.reasonHint} several maxLength={100} wrong={wrong} onChange={(typed) => { setReason(typed); setWrong(null) }} />
    </Sheet>
  )
}
