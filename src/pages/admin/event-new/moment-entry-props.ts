export interface MomentEntryProps {
  mode: 'date' | 'time'
  label: string
  /** `2026-11-27` or `19:00`. */
  value: string
  onChange(value: string): void
}
