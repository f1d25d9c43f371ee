/** A new event: from its kind's template, or like one that was held before. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { draftStore } from '../../../stores/event-draft'
import { wordsOf } from '../../../stores/failure-words'
import { createDraft, fetchEvent, publish } from '../../../stores/hosted-events'
import { openEvent, toEvents } from '../event/open-event'
import { homeOf } from '../frame/rooms'
import { scopeFailure } from '../frame/scope-failure'
import { useScope } from '../frame/use-scope'
import { CampaignField } from './campaign-field'
import { checkForm, type Wrong } from './check-form'
import { CopySheet } from './copy-sheet'
import { daysOf } from './event-days'
import { EventFields } from './event-fields'
import { emptyForm, type EventForm } from './event-form'
import { nextLike } from './form-of'
import styles from './index.module.scss'
import { SavedDraft } from './saved-draft'
import { getRefusals, publishRefusals, refusals, words } from './wording'

const useDraft = draftStore<EventForm>('event', () => emptyForm(today()))

interface Saved { eventId: string; form: EventForm }

export function NewDraft({ like }: { like: string | null }) {
  const scope = useScope((day) => day.slice(0, 7))
  const { unit, allowed } = scope
  const { recordId, form, change, startAgain } = useDraft()
  const [wrong, setWrong] = useState<Wrong>({})
  const [said, setSaid] = useState<string | null>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const [copying, setCopying] = useState(false)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)

  const copy = async (eventId: string) => {
    const answer = await fetchEvent(eventId)
    setCopying(false)
    if (!answer.ok) return setSaid(wordsOf(answer, getRefusals))
    change(nextLike(answer.value, today()))
    setWrong({})
    setSaid(null)
    setCopied(answer.value.title)
  }
  useEffect(() => { if (like !== null) void copy(like) }, [like])

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
    openEvent(eventId, 'instead')
  }
  const bar = saved === null
    ? <MainButton busy={busy && words.saving} onPress={() => void save()}>{words.save}</MainButton>
    : <MainButton busy={busy && words.publishing} onPress={() => void publishNow(saved.eventId)}>{words.publish}</MainButton>
  const isPast = daysOf(form).some((day) => day < today())
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      loading={allowed === null}
      failure={scopeFailure(scope, { title: words.notAllowed })}
      foot={unit && <BottomBar {...(said === null ? {} : { words: said })}>{bar}</BottomBar>}
    >
      {saved === null && unit && (
        <>
          <View className={styles.host}>{words.host(unit.name)}</View>
          <TextLink onPress={() => setCopying(true)}>{words.copy}</TextLink>
          {copied !== null && <Notice tone="done">{words.copied(copied)}</Notice>}
          {isPast && <Notice>{words.past}</Notice>}
          <EventFields form={form} wrong={wrong} onChange={change}><CampaignField unitId={unit.id} chosen={form.campaignId} on={form.on} onChange={(campaignId) => change({ campaignId })} /></EventFields>
          <CopySheet open={copying} unitId={unit.id} onClose={() => setCopying(false)} onChoose={(eventId) => void copy(eventId)} />
        </>
      )}
      {saved && <SavedDraft form={saved.form} onLater={toEvents} />}
    </Page>
  )
}
