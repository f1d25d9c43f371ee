/** 办活动: first a draft, then a look at it, then 发布. What was typed stays until the draft is safe. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { today } from '../../../stores/calendar'
import { draftStore } from '../../../stores/event-draft'
import { wordsOf } from '../../../stores/failure-words'
import { createDraft, publish } from '../../../stores/hosted-events'
import { homeOf } from '../frame/rooms'
import { useScope } from '../frame/use-scope'
import { EventFields } from './event-fields'
import { checkForm, emptyForm, type EventForm, type Field } from './event-form'
import styles from './index.module.scss'
import { SavedDraft } from './saved-draft'
import { publishRefusals, refusals, words } from './wording'

const useDraft = draftStore<EventForm>('event', () => emptyForm(today()))

interface Saved { eventId: string; form: EventForm }

export default function NewEvent() {
  const { unit, allowed } = useScope((day) => day.slice(0, 7))
  const { recordId, form, change, startAgain } = useDraft()
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({})
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)

  const save = async () => {
    if (unit === null) return
    const checked = checkForm(form, unit, recordId)
    setWrong(checked.ok ? {} : checked.errors)
    setSaid(checked.ok ? null : words.fix)
    if (!checked.ok) return
    setBusy(true)
    const answer = await createDraft(checked.input)
    setBusy(false)
    if (!answer.ok) return setSaid(wordsOf(answer, refusals))
    setSaved({ eventId: answer.value.eventId, form })
    startAgain()
  }
  const publishNow = async (eventId: string) => {
    setBusy(true)
    const answer = await publish(eventId)
    setBusy(false)
    if (!answer.ok) return setSaid(wordsOf(answer, publishRefusals))
    toEvents()
  }
  const bar = saved === null
    ? <MainButton busy={busy && words.saving} onPress={() => void save()}>{words.save}</MainButton>
    : <MainButton busy={busy && words.publishing} onPress={() => void publishNow(saved.eventId)}>{words.publish}</MainButton>
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      loading={allowed === null}
      failure={allowed === false ? { title: words.notAllowed } : null}
      foot={unit && <BottomBar {...(said === null ? {} : { words: said })}>{bar}</BottomBar>}
    >
      {saved === null && unit && <View className={styles.host}>{words.host(unit.name)}</View>}
      {saved === null ? <EventFields form={form} wrong={wrong} onChange={change} /> : <SavedDraft form={saved.form} onLater={toEvents} />}
    </Page>
  )
}

function toEvents(): void {
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: homeOf.events }))
}
