/** Where one types, bare; the field around it draws the edge. */
import { Input, Textarea } from '@tarojs/components'
import { a11y } from './a11y'
import type { EntryProps } from './entry-props'

export function Entry({ label, value, onChange, onDone, placeholder = '', keys = 'text', maxLength = 140, several = false, focus = false, className = '', onLeave }: EntryProps) {
  const shared = {
    value, placeholder, className, focus, maxlength: maxLength, placeholderClass: 'linli-placeholder', cursorSpacing: 24,
    onInput: ({ detail }: { detail: { value: string; cursor?: number } }) => onChange(detail.value, detail.cursor),
    ...a11y({ label }),
  }
  if (several) return <Textarea {...shared} autoHeight onBlur={({ detail }) => onLeave?.(detail.cursor)} />
  return (
    <Input
      {...shared}
      type={keys === 'number' ? 'number' : keys === 'decimal' ? 'digit' : 'text'}
      confirmType={keys === 'search' ? 'search' : 'done'}
      onConfirm={() => onDone?.()}
    />
  )
}
