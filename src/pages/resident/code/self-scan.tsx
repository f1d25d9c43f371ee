/** She scans the venue's code herself: the camera, or a laptop's sheet for its text, and then how it went. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { isFaceCode } from '#contract/people/claim-face'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { QrTyped } from '../../../components/qr-typed'
import { Sheet } from '../../../components/sheet'
import { canScan, scanCode } from '../../../platform/scan'
import { checkInHere, checkInHereAgain, closeSelfScan, useSelfScan } from '../../../stores/codes'
import { mayHaveArrived, wordsOf } from '../../../stores/failure-words'
import { spokenHour } from '../../../stores/spoken-time'
import css from './index.module.scss'
import { TakeOver } from './take-over'
import { inWords, selfRefusals, words } from './wording'

/** `open`: she has just asked to scan. */
export function SelfScan({ open, onClose }: { open: boolean; onClose(): void }) {
  const one = useSelfScan(({ one }) => one)
  const [noCamera, setNoCamera] = useState(false)
  const [face, setFace] = useState<string | null>(null)
  const take = (text: string | null) => {
    onClose()
    if (text !== null && isFaceCode(text)) setFace(text)
    else if (text !== null) void checkInHere(text)
  }
  useEffect(() => {
    if (!open || !canScan) return
    setNoCamera(false)
    scanCode().then(take, () => { onClose(); setNoCamera(true) })
  }, [open])
  const answer = one?.answer ?? null
  const lost = answer?.ok === false && mayHaveArrived(answer)
  return (
    <>
      {noCamera && <Notice tone="attention">{words.noCamera}</Notice>}
      <TakeOver code={face} onDone={() => setFace(null)} />
      {!canScan && <QrTyped open={open} onClose={onClose} onDone={take} />}
      <Sheet
        open={one !== null}
        title="签到"
        onClose={closeSelfScan}
        foot={<MainButton busy={answer === null && words.scanning} onPress={() => (lost ? void checkInHereAgain() : closeSelfScan())}>{lost ? words.again : '好的'}</MainButton>}
      >
        {answer?.ok && (
          <View className={css.result}>
            <View className={css.big}>签到好了</View>
            <View>{answer.value.title}</View>
            <View>{inWords(answer.value, spokenHour(answer.value.inSince))}</View>
          </View>
        )}
        {answer?.ok === false && <Notice tone="attention">{wordsOf(answer, selfRefusals)}</Notice>}
      </Sheet>
    </>
  )
}
