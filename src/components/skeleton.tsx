/** Blocks in the shape of what comes. Not before 300 ms: what is quick should not flicker; after five seconds it says that it is still coming. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from './a11y'
import { cx } from './cx'
import css from './skeleton.module.scss'

const slowWords = '网络有点慢，还在取，请等一等。'

export function Skeleton({ shape }: { shape: 'cards' | 'lines' }) {
  const [late, setLate] = useState(false)
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timers = [setTimeout(() => setLate(true), 300), setTimeout(() => setSlow(true), 5000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (!late) return null
  return (
    <View className={css.blocks} {...a11y({ label: slow ? slowWords : '正在取来', role: 'status' })}>
      {slow && <View className={css.slow}>{slowWords}</View>}
      {[0, 1, 2].map((block) => <View key={block} className={cx(css.block, css[shape])} />)}
    </View>
  )
}
