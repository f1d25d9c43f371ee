/** A question before something that is not easily undone. The safe answer stands first; no answer is red. */
import { View } from '@tarojs/components'
import css from './confirm.module.scss'
import { PlainButton } from './plain-button'
import { Popup } from './popup'

interface ConfirmProps {
  open: boolean
  /** 取消这次报名？ */
  question: string
  /** What follows from it. */
  words?: string
  yes: string
  no: string
  onYes(): void
  onNo(): void
  busy?: string | false
}

export function Confirm({ open, question, words, yes, no, onYes, onNo, busy = false }: ConfirmProps) {
  return (
    <Popup open={open} role="alertdialog" label={question} className={css.box}>
      <View className={css.question}>{question}</View>
      {words !== undefined && <View className={css.words}>{words}</View>}
      <View className={css.answers}>
        <PlainButton fill onPress={onNo}>{no}</PlainButton>
        <PlainButton fill strong busy={busy} onPress={onYes}>{yes}</PlainButton>
      </View>
    </Popup>
  )
}
