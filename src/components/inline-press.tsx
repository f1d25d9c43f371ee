/** What can be tapped within a sentence: no box of its own, so that lines break before and after it as in any text. */
import { Text } from '@tarojs/components'
import { a11y } from './a11y'
import type { PressProps } from './press-props'

export function InlinePress({ onPress, className = '', children, share: _share, role = 'button', ...heard }: PressProps) {
  return <Text className={className} onClick={(event) => { event.stopPropagation(); onPress?.() }} {...a11y({ ...heard, role })}>{children}</Text>
}
