/** A browser's button is always a box, which lets a comma begin the next line; this one is text, with a role and keys. */
import { htmlA11y } from './a11y'
import type { PressProps } from './press-props'

export function InlinePress({ onPress, className = '', children, share: _share, role = 'button', ...heard }: PressProps) {
  return (
    <span
      role={role}
      tabIndex={0}
      className={className}
      onClick={(event) => { event.stopPropagation(); onPress?.() }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPress?.()
      }}
      {...htmlA11y(heard)}
    >
      {children}
    </span>
  )
}
