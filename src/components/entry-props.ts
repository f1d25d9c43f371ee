export interface EntryProps {
  /** Its name; a placeholder is none. */
  label: string
  value: string
  onChange(value: string): void
  onDone?: () => void
  placeholder?: string
  /** What the keyboard offers. `decimal` has a point. */
  keys?: 'text' | 'number' | 'decimal' | 'search'
  maxLength?: number
  /** Grows with what is written. */
  several?: boolean
  focus?: boolean
  className?: string
}
