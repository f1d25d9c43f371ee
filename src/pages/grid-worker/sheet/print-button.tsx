/** 打印: the file is opened in WeChat's viewer, which prints and forwards; a browser saves it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { openMade } from '../../../platform/files'
import { wordsOf } from '../../../stores/failure-words'
import { openSheet, printSheet } from '../../../stores/sheet'
import css from './index.module.scss'
import { printRefusals } from './wording'

export function PrintButton({ sessionId, title, countOnly }: { sessionId: string; title: string; countOnly: boolean }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const word = countOnly ? '打印清点表' : '打印签到表'

  async function print() {
    setBusy(true)
    setTrouble(null)
    const answer = await printSheet(sessionId)
    if (answer.ok) {
      await openMade(answer.value.name, answer.value.docx).catch(() => setTrouble('文件没打开，请再试一次'))
      // Whoever had no number has one now, and the sheet stays on this phone for when it is typed in.
      void openSheet(sessionId)
    } else setTrouble(answer.failure === 'offline' ? `打印要有信号。有了信号再点${word}` : wordsOf(answer, printRefusals))
    setBusy(false)
  }

  return (
    <View className={css.print}>
      <PlainButton fill busy={busy && '正在做表…'} label={`${title}，${word}`} onPress={() => void print()}>{word}</PlainButton>
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
    </View>
  )
}
