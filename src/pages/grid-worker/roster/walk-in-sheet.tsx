/** 现场登记: how many came without signing up, and, where names are kept, how to call one of them. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { addWalkIn } from '../../../stores/attendance'
import { FaceSheet } from './face-sheet'
import css from './sheets.module.scss'

interface Props { open: boolean; sessionId: string; named: boolean; onClose: () => void }

export function WalkInSheet({ open, sessionId, named, onClose }: Props) {
  const [people, setPeople] = useState(1)
  const [callName, setCallName] = useState('')
  const [faces, setFaces] = useState(false)
  const send = () => {
    void addWalkIn(sessionId, people, callName.trim())
    setPeople(1)
    setCallName('')
    onClose()
  }
  if (open && faces) return <FaceSheet sessionId={sessionId} onClose={() => { setFaces(false); onClose() }} />
  return (
    <Sheet open={open} title="现场登记" onClose={onClose} foot={<MainButton onPress={send}>记下</MainButton>}>
      <View className={css.note}>没报名、来了的人。</View>
      {named && <TextLink onPress={() => setFaces(true)}>常来的邻居？从熟面孔里选</TextLink>}
      <Stepper label="现场登记人数" unit="人" value={people} min={1} max={500} onChange={setPeople} />
      {named && <TextField label="称呼（可以不填）" value={callName} onChange={setCallName} placeholder="比如 王大爷一家" maxLength={12} />}
    </Sheet>
  )
}
