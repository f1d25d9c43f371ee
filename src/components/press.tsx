/** Anything that can be tapped: a real button on WeChat, so it has a role, a name and a pressed look. Bare, the caller draws it. */
import { Button } from '@tarojs/components'
import { a11y } from './a11y'
import type { PressProps } from './press-props'

export function Press({ onPress, className = '', children, share = false, role = 'button', ...heard }: PressProps) {
  return (
    <Button
      className={className}
      hoverClass={heard.disabled ? 'none' : 'pressed'}
      onClick={(event) => {
        event.stopPropagation()
        if (!heard.disabled) onPress?.()
      }}
      {...(share ? { openType: 'share' as const } : {})}
      {...a11y({ ...heard, role })}
    >
      {children}
    </Button>
  )
}
