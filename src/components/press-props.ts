import type { ReactNode } from 'react'
import type { Heard } from './a11y'

export interface PressProps extends Heard {
  onPress?: () => void
  className?: string
  children?: ReactNode
  /** Hands this page on in a chat; WeChat only. */
  share?: boolean
}
