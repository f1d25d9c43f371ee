/** 现场登记: how many came without signing up, and, where names are kept, how to call one of them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { addWalkIn } from '../../../stores/attendance'
import { CountField } from '../count-field'
import { peopleOf } from '../people-typed'
import { whyUnkept } from '../queue-words'
import { useOnce } from '../use-once'
import { FaceSheet } from './face-sheet'
import css from './sheets.module.scss'

interface Props { open: boolean; sessionId: string; named: boolean; onClose: () => void }

export function WalkInSheet({ open, sessionId, named, onClose }: Props) {
  const [typed, setTyped] = useState('1')
  const [callName, setCallName] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [faces, setFaces] = useState(false)
  const once = useOnce(open)
  const people = peopleOf(typed, 500)
  const send = async () => {
    if (typeof people === 'object') return false
    setBusy(true)
    const queued = await addWalkIn(sessionId, people, callName.trim())
    setBusy(false)
    setWrong(queued.ok ? null : whyUnkept(queued))
    if (!queued.ok) return false
    setTyped('1')
    setCallName('')
    onClose()
    return true
  }
  if (open && faces) return <FaceSheet sessionId={sessionId} onClose={() => { setFaces(false); onClose() }} />
  return (
    <Sheet open={open} title="现场登记" onClose={onClose} foot={<MainButton busy={busy && '正在记…'} disabled={typeof people === 'object'} onPress={() => void once(send)}>记下</MainButton>}>
      <View className={css.note}>没报名、来了的人。</View>
      {named && <TextLink onPress={() => setFaces(true)}>常来的邻居？从熟面孔里选</TextLink>}
      <CountField label="现场登记人数" text={typed} max={500} onChange={setTyped} />
      {named && <TextField label="称呼（可以不填）" value={callName} onChange={(text) => { setCallName(text); setWrong(null) }} placeholder="比如 王大爷一家" maxLength={12} wrong={wrong} />}
      {!named && wrong !== null && <Notice tone="attention">{wrong}</Notice>}
    </Sheet>
  )
}
