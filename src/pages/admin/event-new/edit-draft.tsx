/** A draft written anew. Where somebody else wrote it meanwhile, theirs and mine are put together, and it is looked at before it is saved. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { fetchEvent, rewrite } from '../../../stores/hosted-events'
import type { EventDetail } from '#contract/events/event'
import { openEvent } from '../event/open-event'
import { mergedWith } from '../events/merge'
import { homeOf } from '../frame/rooms'
import { CampaignField } from './campaign-field'
import { checkForm, type Wrong } from './check-form'
import { EventFields } from './event-fields'
import type { EventForm } from './event-form'
import { formOf } from './form-of'
import styles from './index.module.scss'
import { fieldNames, getRefusals, rewriteRefusals, words } from './wording'

interface Begun { event: EventDetail; base: EventForm }

export function EditDraft({ eventId }: { eventId: string }) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [form, setForm] = useState<EventForm | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Wrong>({})
  const [said, setSaid] = useState<string | null>(null)
  const [news, setNews] = useState<string[]>([])
  const [busy, setBusy] = useState(false)

  const begin = async () => {
    setFailed(null)
    const answer = await fetchEvent(eventId)
    if (!answer.ok) return setFailed(wordsOf(answer, getRefusals))
    const base = formOf(answer.value, today())
    setBegun({ event: answer.value, base })
    setForm(base)
  }
  useEffect(() => { void begin() }, [eventId])

  /** What somebody else made of it, with mine on top. */
  const meet = async (mine: EventForm, base: EventForm) => {
    const answer = await fetchEvent(eventId)
    if (!answer.ok) return setSaid(wordsOf(answer, getRefusals))
    const now = formOf(answer.value, today())
    const { form: merged, theirs, both } = mergedWith(base, mine, now)
    const named = (fields: (keyof EventForm)[]) => [...new Set(fields.map((field) => fieldNames[field]))].join('、')
    setBegun({ event: answer.value, base: now })
    setForm(merged)
    setNews([...(theirs.length > 0 ? [words.theirs(named(theirs))] : []), ...(both.length > 0 ? [words.both(named(both))] : []), words.lookAgain])
  }
  const save = async () => {
    if (begun === null || form === null) return
    const { event, base } = begun
    const checked = checkForm(form, event.hostUnit, 'rewrites-a-draft')
    setWrong(checked.ok ? {} : checked.errors)
    setSaid(checked.ok ? null : words.fix)
    if (!checked.ok) return
    const { recordId: _id, hostUnitId: _host, ...plan } = checked.input
    setBusy(true)
    const answer = await rewrite({ eventId, seen: event.version, ...plan })
    if (!answer.ok && answer.failure === 'changed-since') await meet(form, base)
    setBusy(false)
    if (!answer.ok) return setSaid(wordsOf(answer, rewriteRefusals))
    openEvent(eventId, 'instead')
  }
  return (
    <Page
      title={words.pageOfDraft}
      home={homeOf.events}
      loading={form === null && failed === null}
      failure={failed === null ? null : { title: words.notFetched, words: failed, onRetry: () => void begin() }}
      foot={form && <BottomBar {...(said === null ? {} : { words: said })}><MainButton busy={busy && words.saving} onPress={() => void save()}>{words.save}</MainButton></BottomBar>}
    >
      {form && begun && (
        <>
          <View className={styles.host}>{words.host(begun.event.hostUnit.name)}</View>
          {news.length > 0 && <Notice tone="attention">{words.overridden(news.join(''))}</Notice>}
          <EventFields form={form} wrong={wrong} onChange={(part) => setForm({ ...form, ...part })}>
            <CampaignField unitId={begun.event.hostUnit.id} chosen={form.campaignId} on={form.on} onChange={(campaignId) => setForm({ ...form, campaignId })} />
          </EventFields>
        </>
      )}
    </Page>
  )
}
