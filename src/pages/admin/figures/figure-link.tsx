/** A number that opens: dotted 青 line, heard as a button with its whole name. What was not counted is words and opens nothing. */
import { cx } from '../../../components/cx'
import { Press } from '../../../components/press'
import styles from './figure-link.module.scss'

interface Props {
  print: string
  /** What is heard: 座谈会参加 41 人次，打开依据. */
  label: string
  open?: boolean
  onOpen(): void
}

export function FigureLink({ print, label, open = false, onOpen }: Props) {
  return <Press className={cx(styles.figure, open && styles.open)} label={label} onPress={onOpen}>{print}</Press>
}
