/** What erasing does, said beforehand; and the word without which nothing goes. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { eraseWord } from '#contract/people/erase'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { wordsOf } from '../../../stores/failure-words'
import { eraseMyself } from '../../../stores/my-data'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import css from './index.module.scss'
import { before, notSent, eraseRefusals, words } from './wording'

export function EraseSheet({ open, onClose, onErased }: { open: boolean; onClose(): void; onErased(): void }) {
  const [word, setWord] = useState('')
  const [wrong, setWrong] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const waiting = useQueue(({ records }) => records.length)
  const erase = async () => {
    if (word.trim() !== eraseWord) return setWrong(true)
    setBusy(true)
    setTrouble(null)
    const answer = await eraseMyself()
    setBusy(false)
    if (answer.ok && answer.value.done) return onErased()
    setTrouble(answer.ok ? words.notAll : wordsOf(answer, eraseRefusals))
  }
  return (
    <Sheet open={open} title={words.erase} onClose={onClose} foot={<MainButton busy={busy && words.erasing} onPress={() => void erase()}>{words.erase}</MainButton>}>
      {before.map((point) => <View key={point} className={css.point}>{point}</View>)}
      {waiting > 0 && <Notice tone="attention">{notSent(waiting)}</Notice>}
      <TextField label={words.wordField} value={word} maxLength={4} hint={words.typeWord} wrong={wrong ? words.wordWrong : null} onChange={(typed) => { setWord(typed); setWrong(false) }} />
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
    </Sheet>
  )
}
