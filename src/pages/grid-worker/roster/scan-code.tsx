/** 扫码: a resident's entry code or card, and in large letters who came in. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '#contract/call'
import type { checkInCode } from '#contract/attendance/check-in-code'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { QrTyped } from '../../../components/qr-typed'
import { Sheet } from '../../../components/sheet'
import { canScan, scanCode } from '../../../platform/scan'
import { clockOf } from '../../../stores/calendar'
import { closeScan, takeCode, takeCodeAgain, useScan } from '../../../stores/codes-at-door'
import { mayHaveArrived, wordsOf } from '../../../stores/failure-words'
import css from './scan-code.module.scss'
import { scanRefusals } from './wording'

/** `onIn`: whose row should stay in sight. */
export function ScanCode({ sessionId, onIn }: { sessionId: string; onIn(personKey: string): void }) {
  const one = useScan(({ one }) => one)
  const [typing, setTyping] = useState(false)
  const [noCamera, setNoCamera] = useState(false)

  async function take(text: string | null) {
    setTyping(false)
    if (text === null) return
    await takeCode(sessionId, text)
    seen()
  }
  const seen = () => {
    const answer = useScan.getState().one?.answer
    if (answer?.ok) onIn(answer.value.personKey)
  }
  function scan() {
    closeScan()
    setNoCamera(false)
    if (!canScan) return setTyping(true)
    scanCode().then((text) => void take(text), () => setNoCamera(true))
  }

  const mine = one?.input.sessionId === sessionId ? one : null
  const answer = mine?.answer ?? null
  const lost = answer?.ok === false && mayHaveArrived(answer)
  return (
    <>
      <MainButton icon="scan" onPress={scan}>扫入场码</MainButton>
      {!canScan && <QrTyped open={typing} onClose={() => setTyping(false)} onDone={(text) => void take(text)} />}
      <Sheet
        open={mine !== null || noCamera}
        title="扫入场码"
        onClose={() => { closeScan(); setNoCamera(false) }}
        foot={(
          <>
            <PlainButton fill onPress={() => { closeScan(); setNoCamera(false) }}>回到名单</PlainButton>
            {lost
              ? <PlainButton fill strong onPress={() => void takeCodeAgain().then(seen)}>再试一次</PlainButton>
              : <PlainButton fill strong busy={mine !== null && answer === null && '正在记…'} onPress={scan}>扫下一位</PlainButton>}
          </>
        )}
      >
        {noCamera && <Notice tone="attention">相机没打开。请问称呼，在名单上签到</Notice>}
        {answer?.ok && <WhoCame value={answer.value} />}
        {answer?.ok === false && <Notice tone="attention">{wordsOf(answer, scanRefusals)}</Notice>}
      </Sheet>
    </>
  )
}

function WhoCame({ value }: { value: Output<typeof checkInCode> }) {
  const { callName, building, partySize, present, earlier } = value
  const party = present === 1 ? '1 人' : `一行 ${present} 人`
  return (
    <View className={css.result}>
      <View className={css.name}>{callName}</View>
      <View className={css.party}>{`${building === null ? '' : `${building}，`}${party}，${earlier === null ? '已签到' : '早就签过到了'}`}</View>
      {earlier !== null && <View className={css.note}>{earlierWords(earlier)}</View>}
      {partySize === 0 && <View className={css.note}>没报这一场，记了 1 人。一起来的，用现场登记。</View>}
      {partySize > 1 && <View className={css.note}>没来齐的，回名单改人数。</View>}
    </View>
  )
}

function earlierWords({ at, by, name }: NonNullable<Output<typeof checkInCode>['earlier']>): string {
  const who = { you: '您', themselves: '本人扫门口码', colleague: name ?? '别的网格员' }[by]
  return `${clockOf(at)}，${who}${by === 'themselves' ? '签的' : '记的'}。人数不会重复算。`
}
