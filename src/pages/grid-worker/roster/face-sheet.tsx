/** 熟面孔: somebody without WeChat who is known here by 称呼 is checked in under their own key; who is not known yet becomes known. */
import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { SearchField } from '../../../components/search-field'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { arrive, useRoster } from '../../../stores/attendance'
import { bySubject, ofSession } from '../../../stores/door-marks'
import { facesLike, meet, metHere, openFaces, useFacesAtDoor, type DoorFace } from '../../../stores/faces-at-door'
import { wordsOf } from '../../../stores/failure-words'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { whyUnkept } from '../queue-words'
import { useOnce } from '../use-once'
import css from './face-sheet.module.scss'
import sheets from './sheets.module.scss'
import { HandOver } from './hand-over'
import { faceRefusals, handOverWords } from './wording'

export function FaceSheet({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { value, failed } = useFacesAtDoor()
  const records = useQueue((state) => state.records)
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const [handing, setHanding] = useState(false)
  useEffect(() => { void openFaces(sessionId) }, [sessionId])
  if (adding) return <NewFace sessionId={sessionId} typed={typed} onClose={() => setAdding(false)} />
  if (handing) return <Sheet open title={handOverWords.title} onClose={() => setHanding(false)}><HandOver sessionId={sessionId} /></Sheet>
  const found = facesLike([...metHere(ofSession(records, sessionId)), ...(value?.faces ?? [])], typed)
  const offline = failed?.failure === 'offline'
  return (
    <Sheet open title="熟面孔" onClose={onClose}>
      <View className={sheets.note}>没有微信、常来的邻居。选中就签到，下次来也是同一个人。</View>
      <SearchField label="按称呼或楼号找" placeholder="称呼或楼号" value={typed} onChange={setTyped} />
      {failed && !offline && value === null && <View className={css.said}><Notice tone="attention">{wordsOf(failed, faceRefusals)}</Notice></View>}
      {offline && <View className={css.said}><Notice note="称呼、楼号都一样，就是同一个人。">{value === null ? '没有信号，名单没取到。直接添一位也能记，有信号再上传' : '没有信号，名单里只有姓和楼号，选了、添了都能记'}</Notice></View>}
      <Lines>{found.map((face) => <Known key={face.personKey} face={face} sessionId={sessionId} />)}</Lines>
      {value !== null && found.length === 0 && <View className={sheets.note}>{typed.trim() === '' ? '还没有记过熟面孔。' : `没有“${typed.trim()}”。`}</View>}
      <TextLink onPress={() => setAdding(true)}>添一位熟面孔</TextLink>
      {value !== null && value.faces.length > 0 && <TextLink onPress={() => setHanding(true)}>{handOverWords.link}</TextLink>}
    </Sheet>
  )
}

function Known({ face: { personKey, callName, building }, sessionId }: { face: DoorFace; sessionId: string }) {
  const row = useRoster(({ value }) => value?.rows.find((one) => one.personKey === personKey))
  const state = useQueue(({ records }) => bySubject(ofSession(records, sessionId)).get(personKey)?.state)
  const name = building === null ? callName : `${callName} ${building}`
  const inside = row !== undefined && row.present !== null
  return (
    <View className={css.row}>
      <View className={css.words}><View className={css.name}>{callName}</View>{building !== null && <View className={css.note}>{building}</View>}</View>
      {state !== undefined && <View className={css.note}>{state === 'refused' ? '没记上，看需要处理' : '待上传'}</View>}
      {state === undefined && inside && <View className={css.in}>已签到</View>}
      {state === undefined && !inside && <Press className={css.arrive} label={`${name}，到`} onPress={() => void arrive(sessionId, personKey, Math.max(1, row?.partySize ?? 1))}>到</Press>}
    </View>
  )
}

function NewFace({ sessionId, typed, onClose }: { sessionId: string; typed: string; onClose: () => void }) {
  const [callName, setCallName] = useState(typed.trim().slice(0, 12))
  const [building, setBuilding] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const once = useOnce(true)
  const send = async () => {
    if (callName.trim() === '') {
      setWrong('请填写称呼')
      return false
    }
    const queued = await meet(sessionId, { callName: callName.trim(), ...(building.trim() !== '' && { building: building.trim() }) })
    if (queued.ok) onClose()
    else setWrong(whyUnkept(queued))
    return queued.ok
  }
  return (
    <Sheet open title="添熟面孔" onClose={onClose} foot={<MainButton onPress={() => void once(send)}>记下并签到</MainButton>}>
      <TextField label="称呼" value={callName} onChange={(text) => { setCallName(text); setWrong(null) }} placeholder="比如 王奶奶" maxLength={12} wrong={wrong} />
      <TextField label="楼号（可以不填）" value={building} onChange={setBuilding} placeholder="比如 2号楼" maxLength={12} hint="写上楼号，就不会和同名的邻居弄混" />
    </Sheet>
  )
}
