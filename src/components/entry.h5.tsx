/** In a browser Taro's input hides a second one inside that has no name, so this is the browser's own. */
import { cx } from './cx'
import type { EntryProps } from './entry-props'

export function Entry({ label, value, onChange, onDone, placeholder = '', keys = 'text', maxLength = 140, several = false, focus = false, className = '', onLeave }: EntryProps) {
  const shared = { value, placeholder, className: cx('linli-bare-entry', className), maxLength, autoFocus: focus, 'aria-label': label }
  if (several) return <textarea {...shared} rows={2} onChange={({ target }) => onChange(target.value, target.selectionEnd)} onBlur={({ target }) => onLeave?.(target.selectionEnd)} />
  return (
    <input
      {...shared}
      type={keys === 'search' ? 'search' : 'text'}
      inputMode={keys === 'number' ? 'numeric' : keys === 'decimal' ? 'decimal' : 'text'}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={({ key, nativeEvent }) => { if (key === 'Enter' && !nativeEvent.isComposing) onDone?.() }}
    />
  )
}
