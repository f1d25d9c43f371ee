/** Signing up, filled in beforehand where it is known, so that it is one more tap. What was typed stays until it is granted. */
import { useEffect, useState } from 'react'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { rememberAnswers, rememberedAnswers } from '../../../stores/answers-on-phone'
import { addNeighbour, useFaces } from '../../../stores/faces'
import { wordsOf } from '../../../stores/failure-words'
import { askForNotices } from '../../../stores/notices'
import type { Me } from '../../../stores/people'
import { takePlaces, useRegistering } from '../../../stores/registrations'
import { answerIn, checkForm, formOf, useRegisterForms, type RegisterForm, type Wrong } from '../../../stores/registrations-form'
import { QuestionFields } from '../../question-fields'
import { PartySteppers } from './party-steppers'
import { othersWait, toWait } from './said'
import { partyMost, wouldWait } from './standing'
import { SheetFoot } from './sheet-foot'
import { WechatPhone } from './wechat-phone'
import { WhoComes } from './who-comes'
import { faceRefusals, neighbourRefusals, registerRefusals, toLookAt } from './wording'

interface Props { event: EventDetail; sessionIds: string[]; me: Me | null; onlyNeighbour: boolean; open: boolean; onClose: () => void; onDone: (made: MyRegistration) => void; onChanged: () => void }

export function RegisterSheet({ event, sessionIds, me, onlyNeighbour, open, onClose, onDone, onChanged }: Props) {
  const { forms, change, clear } = useRegisterForms()
  const typed = formOf(forms, event.id)
  const most = partyMost(event, sessionIds)
  const adults = Math.min(typed.adults, most)
  const form: RegisterForm = { ...typed, ...(onlyNeighbour ? { who: 'neighbour' as const } : {}), adults, children: Math.min(typed.children, most - adults) }
  const faces = useFaces(({ value }) => value?.faces) ?? []
  const [wrong, setWrong] = useState<Wrong>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const registering = useRegistering(({ busy }) => busy === 'register')
  const busy = adding || registering
  const known = { callName: me?.callName ?? null, building: me?.building ?? null, answers: rememberedAnswers(event.questions) }
  const wait = wouldWait(event, sessionIds, form.adults + form.children)
  const waits = wait === 'yes'
  const isNeighbour = form.who === 'neighbour'
  useEffect(() => { if (open && isNeighbour) void useFaces.getState().load({}) }, [open, isNeighbour])

  async function send() {
    const checked = checkForm(form, event, sessionIds, known, faces)
    setWrong(checked.ok ? {} : checked.wrong)
    setTrouble(checked.ok ? null : toLookAt(Object.keys(checked.wrong)))
    if (!checked.ok) return
    askForNotices()
    let { personKey } = checked
    if (checked.newFace) {
      setAdding(true)
      const added = await addNeighbour(checked.newFace)
      setAdding(false)
      if (!added.ok) return setTrouble(wordsOf(added, faceRefusals))
      personKey = added.value.personKey
      change(event.id, { face: personKey, faceName: '', faceBuilding: '' })
    }
    const answer = await takePlaces({ ...checked.wish, ...(personKey === null ? {} : { personKey }) })
    if (answer.ok) {
      if (!isNeighbour) rememberAnswers(event.questions, Object.fromEntries(event.questions.map(({ id }) => [id, answerIn(form, known, id)])))
      clear(event.id)
      return onDone(answer.value)
    }
    setTrouble(answer.failure === 'offline' ? '没连上网，填的内容都还在。连上以后再点一次，不会报重。' : wordsOf(answer, isNeighbour ? neighbourRefusals : registerRefusals))
    onChanged()
  }

  const title = isNeighbour ? '替邻居报名' : waits ? '排候补' : '报名'
  return (
    <Sheet open={open} title={title} onClose={onClose} foot={<SheetFoot trouble={trouble}><MainButton onPress={() => void send()} busy={busy && '正在报名…'}>{waits ? '排候补' : '报名'}</MainButton></SheetFoot>}>
      {waits && <Notice icon="waiting" note={`${toWait(event, sessionIds, Date.now())}。`}>{event.waiting ? '已经有人在候补，报了先排着' : '名额不够，报了先排候补'}</Notice>}
      {wait === 'perhaps' && <Notice icon="waiting" note="报上了还是先排着，马上告诉您。">{othersWait}</Notice>}
      <WhoComes form={form} known={known} faces={faces} wrong={wrong} onlyNeighbour={onlyNeighbour} onChange={(part) => change(event.id, part)} />
      <PartySteppers party={{ adults: form.adults, children: form.children }} most={most} me={!isNeighbour} onChange={(party) => change(event.id, party)} />
      <QuestionFields
        questions={event.questions} typedAt={(id) => answerIn(form, known, id)} wrong={wrong} note="回答只给这次活动的主办方看，活动结束 90 天后删除。手机上给您留一份，下次不用再填。"
        onAnswer={(id, answer) => change(event.id, { answers: { ...form.answers, [id]: answer } })}
      />
      <TextField label="电话（可以不填）" value={form.phone} onChange={(phone) => change(event.id, { phone })} keys="number" placeholder="手机号" maxLength={24} wrong={wrong.phone ?? null} hint="只在活动有变化时打这个电话。加密保存，活动结束后 90 天删除" />
      <WechatPhone onPhone={(phone) => change(event.id, { phone })} onTrouble={setTrouble} />
    </Sheet>
  )
}
