/** In a browser Taro's button answers to no key and has no role, so this is the browser's own. */
import { htmlA11y } from './a11y'
import { cx } from './cx'
import type { PressProps } from './press-props'

export function Press({ onPress, className = '', children, share: _share, role = 'button', ...heard }: PressProps) {
  return (
    <button
      type="button"
      className={cx('linli-bare', className)}
      onClick={(event) => {
        event.stopPropagation()
        if (!heard.disabled) onPress?.()
      }}
      {...htmlA11y({ ...heard, role })}
    >
      {children}
    </button>
  )
}
