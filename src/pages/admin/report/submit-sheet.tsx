/** 提交 where units below have not closed: each is named with its reason. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnitBrief } from '#contract/values'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import css from './way-up.module.scss'
import { words } from './wording'

interface Props { open: boolean; title: string; parts: readonly UnitBrief[]; onSend(missing: { unitId: string; reason: string }[]): Promise<string | null>; onClose(): void }

export function SubmitSheet({ open, title, parts, onSend, onClose }: Props) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const reasonOf = (id: string) => (reasons[id] ?? '').trim()
  const send = async () => {
    setTried(true)
    if (parts.some(({ id }) => reasonOf(id) === '')) return
    setBusy(true)
    setRefused(await onSend(parts.map(({ id }) => ({ unitId: id, reason: reasonOf(id) }))))
    setBusy(false)
  }
  return (
    <Sheet open={open} title={title} onClose={onClose} foot={<MainButton busy={busy && words.submitting} onPress={() => void send()}>{words.submit}</MainButton>}>
      <View className={css.note}>{words.submitParts}</View>
      {parts.map(({ id, name }) => (
        <TextField
          key={id} label={words.reasonOf(name)} value={reasons[id] ?? ''} maxLength={100} wrong={tried && reasonOf(id) === '' ? words.reasonMissing : null}
          onChange={(value) => setReasons({ ...reasons, [id]: value })}
        />
      ))}
      {refused !== null && <View className={css.note}>{refused}</View>}
    </Sheet>
  )
}
