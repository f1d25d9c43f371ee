/** A small act in words: underlined, in ink, with padding up to the target. */
import { Text } from '@tarojs/components'
import { Press } from './press'
import css from './text-link.module.scss'

interface TextLinkProps {
  children: string
  onPress: () => void
  /** What is heard, where the words alone say too little. */
  label?: string
}

export function TextLink({ children, onPress, label = children }: TextLinkProps) {
  return <Press className={css.link} label={label} onPress={onPress}><Text className={css.words}>{children}</Text></Press>
}
