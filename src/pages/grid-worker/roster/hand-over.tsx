/** A 熟面孔 who has a WeChat by now stands at the door: the code that she scans with her own phone. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '#contract/call'
import type { faceCode } from '#contract/attendance/face-code'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Qr } from '../../../components/qr'
import { SearchField } from '../../../components/search-field'
import { codeOfFace, facesLike, useFacesAtDoor, type DoorFace } from '../../../stores/faces-at-door'
import { wordsOf } from '../../../stores/failure-words'
import { CodeText } from '../../code-text'
import css from './face-sheet.module.scss'
import sheets from './sheets.module.scss'
import { faceCodeRefusals, handOverWords as words } from './wording'

export function HandOver({ sessionId }: { sessionId: string }) {
  const faces = useFacesAtDoor(({ value }) => value?.faces) ?? []
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Output<typeof faceCode> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const show = async ({ personKey }: DoorFace) => {
    const answer = await codeOfFace(sessionId, personKey)
    setTrouble(answer.ok ? null : wordsOf(answer, faceCodeRefusals))
    if (answer.ok) setShown(answer.value)
  }
  if (shown) {
    return (
      <>
        <View className={sheets.note}>{words.scan(shown.callName)}</View>
        <Qr text={shown.text} label={words.label(shown.callName)} />
        <View className={sheets.note}>{words.lasts}</View>
        <CodeText text={shown.text} />
      </>
    )
  }
  return (
    <>
      <View className={sheets.note}>{words.what}</View>
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
      <SearchField label="按称呼或楼号找" placeholder="称呼或楼号" value={typed} onChange={setTyped} />
      <Lines>
        {facesLike(faces, typed).map((face) => (
          <View key={face.personKey} className={css.row}>
            <View className={css.words}><View className={css.name}>{face.callName}</View>{face.building !== null && <View className={css.note}>{face.building}</View>}</View>
            <PlainButton small label={`${face.callName}${face.building ?? ''}，${words.show}`} onPress={() => void show(face)}>{words.show}</PlainButton>
          </View>
        ))}
      </Lines>
    </>
  )
}
