/** Blocks in the shape of what comes. Not before 300 ms: what is quick should not flicker. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from './a11y'
import { cx } from './cx'
import css from './skeleton.module.scss'

export function Skeleton({ shape }: { shape: 'cards' | 'lines' }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <View className={css.blocks} {...a11y({ label: '正在取来', role: 'status' })}>
      {[0, 1, 2].map((block) => <View key={block} className={cx(css.block, css[shape])} />)}
    </View>
  )
}
