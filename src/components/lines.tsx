/** Rows with hairlines between them. */
import { View } from '@tarojs/components'
import { Children, type ReactNode } from 'react'
import css from './lines.module.scss'

export function Lines({ children }: { children: ReactNode }) {
  return <View>{Children.toArray(children).map((line, index) => <View key={index} className={index === 0 ? '' : css.line}>{line}</View>)}</View>
}
