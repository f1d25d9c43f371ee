/** In a browser Taro's input hides a second one inside that has no name, so this is the browser's own. */
import { useEffect, useRef } from 'react'
import { cx } from './cx'
import type { EntryProps } from './entry-props'

export function Entry({ label, value, onChange, onDone, placeholder = '', keys = 'text', maxLength = 140, several = false, focus = false, className = '' }: EntryProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight}px`
  }, [value])
  const shared = { value, placeholder, className: cx('linli-bare-entry', className), maxLength, autoFocus: focus, 'aria-label': label }
  if (several) return <textarea {...shared} ref={area} rows={2} onChange={({ target }) => onChange(target.value)} />
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
