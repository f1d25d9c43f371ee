export interface EntryProps {
  /** Its name; a placeholder is none. */
  label: string
  value: string
  /** `caret`: where it stands in `value`; absent where that is not known. */
  onChange(value: string, caret?: number): void
  /** Where the caret stood when the field was left. */
  onLeave?(caret: number): void
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
