/** 修改活动: place, time and places of one session; before it is done it says what people will be told. A refusal keeps what was typed, and so does closing it. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { EventDetail, SessionView } from '#contract/events/event'
import { Notice } from '../../../components/notice'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { change } from '../../../stores/event-changes'
import { useEvent } from '../../../stores/events'
import { wordsOf } from '../../../stores/failure-words'
import { fetchEvent } from '../../../stores/hosted-events'
import { newRecordId } from '../../../stores/record'
import styles from './cancel-sheet.module.scss'
import { ChangeFields } from './change-fields'
import { checkChange, formOf, type ChangeForm, type CheckedChange } from './change-form'
import { changeRefusals, changeWords as words } from './change-wording'
import { mergedWith } from './merge'

interface Props { open: boolean; eventId: string; sessionId: string; onClose(): void; onChanged(): void }

export function ChangeSheet({ open, eventId, sessionId, onClose, onChanged }: Props) {
  const { value, failed, load } = useEvent()
  useEffect(() => { void load({ eventId }) }, [eventId])
  const event = value?.id === eventId ? value : null
  const session = event?.sessions.find(({ id }) => id === sessionId)
  if (event && session) return <Filled key={sessionId} open={open} event={event} session={session} onClose={onClose} onChanged={onChanged} />
  return <Sheet open={open} title={words.title} onClose={onClose}>{failed ? <Notice tone="attention">{words.notFetched}</Notice> : <Skeleton shape="lines" />}</Sheet>
}

function Filled({ open, event: first, session: firstSession, onClose, onChanged }: { open: boolean; event: EventDetail; session: SessionView; onClose(): void; onChanged(): void }) {
  // What the change starts from: as it was opened, or as somebody else left it since.
  const [seen, setSeen] = useState({ event: first, session: firstSession })
  const { event, session } = seen
  // Kept for every repeat of the same change, so that a lost answer never makes two of one.
  const [recordId, setRecordId] = useState(newRecordId)
  const [form, setForm] = useState<ChangeForm>(() => formOf(event, session))
  const [checked, setChecked] = useState<CheckedChange | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const edit = (part: Partial<ChangeForm>) => { setForm({ ...form, ...part }); setChecked(null); setWrong(null); setRecordId(newRecordId()) }
  const next = () => {
    const found = checkChange(form, event, session, recordId)
    if (found.ok && found.isSame) return setWrong(words.same)
    setChecked(found)
  }
  const changeNow = async () => {
    if (!checked?.ok) return
    setBusy(true)
    const answer = await change(checked.input)
    setBusy(false)
    if (answer.ok) return onChanged()
    if (answer.failure === 'changed-since') return meet()
    setWrong(wordsOf(answer, changeRefusals))
  }
  /** Somebody else was faster: theirs comes in, mine stays on top, and it is looked at again. */
  const meet = async () => {
    const answer = await fetchEvent(seen.event.id)
    const next = answer.ok ? answer.value.sessions.find(({ id }) => id === seen.session.id) : undefined
    if (!answer.ok || !next) return setWrong(changeRefusals['changed-since'])
    const { form: merged, theirs, both } = mergedWith(formOf(seen.event, seen.session), form, formOf(answer.value, next))
    setSeen({ event: answer.value, session: next })
    edit(merged)
    setWrong([
      theirs.length === 0 && both.length === 0 ? words.elsewhere : '',
      theirs.length > 0 ? words.theirs(theirs.map((field) => `${words.fields[field]} ${merged[field]}`).join('，')) : '',
      both.length > 0 ? words.both(both.map((field) => words.fields[field]).join('、')) : '',
    ].join(''))
  }
  const foot = checked?.ok
    ? <><PlainButton fill onPress={() => { setChecked(null); setWrong(null) }}>{words.back}</PlainButton><PlainButton fill strong busy={busy && words.changing} onPress={() => void changeNow()}>{words.changeNow}</PlainButton></>
    : <><PlainButton fill onPress={onClose}>{words.keep}</PlainButton><PlainButton fill strong onPress={next}>{words.next}</PlainButton></>
  return (
    <Sheet open={open} title={words.title} step={checked?.ok ? 'told' : 'form'} onClose={onClose} foot={foot}>
      <View className={styles.title}>{event.title}</View>
      {checked?.ok
        ? <>{words.willHear(checked.tells, checked.fewer, form).map((line) => <View key={line} className={styles.note}>{line}</View>)}</>
        : <ChangeFields form={form} named={session.capacity !== null} errors={checked?.ok === false ? checked.errors : {}} onChange={edit} />}
      {wrong !== null && <Notice tone="attention">{wrong}</Notice>}
    </Sheet>
  )
}
