/** A day or a time of day, with the browser's own entry. */
import type { MomentEntryProps } from './moment-entry-props'
import styles from './moment-entry.module.scss'

export function MomentEntry({ mode, label, value, onChange }: MomentEntryProps) {
  return <input className={styles.shown} type={mode} aria-label={label} value={value} onChange={({ target }) => { if (target.value !== '') onChange(target.value) }} />
}
