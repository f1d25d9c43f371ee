/** 签到 + 现场登记 + 未登记 = 现场共, each under its figure. Parts that are nothing are left out. */
import { Text, View } from '@tarojs/components'
import { Fragment } from 'react'
import type { Room } from '#contract/attendance/room'
import { a11y } from '../../../components/a11y'
import { printOf } from '../room-print'
import css from './room-sums.module.scss'

export function RoomSums({ room, countOnly }: { room: Room; countOnly: boolean }) {
  if (room.attendances === 0) return <View className={css.word} {...a11y({ role: 'status' })}>还没有人到</View>
  const parts = [
    ...(countOnly ? [] : [{ word: '签到', n: String(room.signedIn) }]),
    ...(room.walkIns > 0 ? [{ word: '现场登记', n: String(room.walkIns) }] : []),
    ...(room.unregistered > 0 ? [{ word: countOnly ? '清点' : '未登记', n: printOf('unregistered', room) }] : []),
  ]
  const all = printOf('attendances', room)
  return (
    <View className={css.sums} {...a11y({ role: 'status', label: `${parts.map(({ word, n }) => `${word}${n}`).join('，')}，现场共${all}人` })}>
      {parts.length > 1 && parts.map(({ word, n }, index) => (
        <Fragment key={word}>
          {index > 0 && <Text className={css.sign}>+</Text>}
          <Sum figure={n} word={word} />
        </Fragment>
      ))}
      {parts.length > 1 && <Text className={css.sign}>=</Text>}
      <Sum figure={all} word="现场共" />
    </View>
  )
}

function Sum({ figure, word }: { figure: string; word: string }) {
  return <View><View className={css.figure}>{figure}</View><View className={css.word}>{word}</View></View>
}
