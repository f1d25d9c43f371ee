/** 扫码: a resident's entry code or card, and in large letters who came in. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { QrTyped } from '../../../components/qr-typed'
import { Sheet } from '../../../components/sheet'
import { canScan, scanCode } from '../../../platform/scan'
import type { RosterRow } from '../../../stores/attendance'
import { clockOf } from '../../../stores/calendar'
import { closeScan, dropScan, recordOfScan, takeCode, useScan, type WhoCame as Came } from '../../../stores/codes-at-door'
import { rosterRowOf } from '../../../stores/door-book/open-roster'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { whatToDo, whyRefused, whyUnkept } from '../queue-words'
import css from './scan-code.module.scss'
import { scanRefusals } from './wording'

/** `onIn`: whose row should stay in sight. */
export function ScanCode({ sessionId, onIn }: { sessionId: string; onIn(personKey: string): void }) {
  const one = useScan(({ one }) => one)
  const [typing, setTyping] = useState(false)
  const [noCamera, setNoCamera] = useState(false)

  const records = useQueue((state) => state.records)

  function take(text: string | null) {
    setTyping(false)
    if (text !== null) void takeCode(sessionId, text)
  }
  function scan() {
    closeScan()
    setNoCamera(false)
    if (!canScan) return setTyping(true)
    scanCode().then(take, () => setNoCamera(true))
  }

  const mine = one?.sessionId === sessionId ? one : null
  const record = recordOfScan(mine, records)
  const refused = record?.state === 'refused' ? record : null
  const here = mine?.here ?? null
  // What this phone could not keep is not said to be in.
  const kept = mine !== null && !mine.came && !refused && !mine.unkept
  const personKey = mine?.came?.personKey ?? record?.about?.personKey
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each who came, not for each new function
  useEffect(() => { if (personKey !== undefined) onIn(personKey) }, [personKey])
  return (
    <>
      <MainButton icon="scan" onPress={scan}>扫入场码</MainButton>
      {!canScan && <QrTyped open={typing} onClose={() => setTyping(false)} onDone={take} />}
      <Sheet
        open={mine !== null || noCamera}
        title="扫入场码"
        onClose={() => { closeScan(); setNoCamera(false) }}
        foot={(
          <>
            <PlainButton fill onPress={() => { closeScan(); setNoCamera(false) }}>回到名单</PlainButton>
            <PlainButton fill strong busy={record?.state === 'sending' && '正在上传…'} onPress={scan}>扫下一位</PlainButton>
          </>
        )}
      >
        {noCamera && <Notice tone="attention">相机没打开。请问称呼，在名单上签到</Notice>}
        {mine?.came && <WhoCame value={mine.came} />}
        {refused && <Notice tone="attention" note={`${whatToDo(refused)}先留在需要处理里。`} act={{ text: '不要这条了', onPress: dropScan }}>{whyRefused(refused)}</Notice>}
        {mine?.unkept && <Notice tone="attention">{whyUnkept(mine.unkept)}</Notice>}
        {here?.is === 'refused' && <Notice tone="attention">{scanRefusals[here.why]}</Notice>}
        {mine && kept && here?.is === 'proved' && <ByTheBook row={mine.row ?? rosterRowOf(here.row)} waits={record !== null && record.failed !== null} />}
        {mine && kept && here?.is === 'not-in-book' && <Notice tone="attention" note="可能是刚报的名，不用再登记。核对不上的话，会在需要处理里告诉您。">名单里没有这一位。已记下，联网后核对</Notice>}
        {here === null && record && !refused && record.failed !== null && <Notice note="有信号就自己上传，再告诉您是哪一位。">扫上了，待上传</Notice>}
      </Sheet>
    </>
  )
}

/** Proved by this phone alone; the community has not said anything yet. */
function ByTheBook({ row, waits }: { row: RosterRow; waits: boolean }) {
  const { callName, building, partySize, present, checkedInAt } = row
  const party = partySize > 1 ? `一行 ${partySize} 人` : '1 人'
  return (
    <View className={css.result}>
      <View className={css.name}>{callName}</View>
      <View className={css.party}>{`${building === null ? '' : `${building}，`}${party}，${present === null ? '签上了' : '早就签过到了'}`}</View>
      {present !== null && checkedInAt !== null && <View className={css.note}>{`${clockOf(checkedInAt)} 签的。人数不会重复算。`}</View>}
      {waits && <View className={css.note}>待上传，有信号就自己上传。</View>}
      {partySize > 1 && <View className={css.note}>没来齐的，回名单改人数。</View>}
    </View>
  )
}

function WhoCame({ value }: { value: Came }) {
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

function earlierWords({ at, by, name }: NonNullable<Came['earlier']>): string {
  const who = { you: '您', themselves: '本人扫门口码', colleague: name ?? '别的网格员' }[by]
  return `${clockOf(at)}，${who}${by === 'themselves' ? '签的' : '记的'}。人数不会重复算。`
}
