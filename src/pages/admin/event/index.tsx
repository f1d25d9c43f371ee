/** One event of an admin's: what it says, the notice for the group chat, its sessions, and everything that can be done to it. */
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { eventKinds } from '#contract/events/kinds'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Page } from '../../../components/page'
import { useEvent } from '../../../stores/events'
import { troubleOf, wordsOf } from '../../../stores/failure-words'
import { publish } from '../../../stores/hosted-events'
import { loadMe } from '../../../stores/people'
import { StaleNotice } from '../../stale-notice'
import { CancelSheet } from '../events/cancel-sheet'
import { ChangeSheet } from '../events/change-sheet'
import { publishRefusals } from '../events/wording'
import { homeOf } from '../frame/rooms'
import { useScope } from '../frame/use-scope'
import { EventActs } from './acts'
import { EventFile } from './event-file'
import { EventSaid } from './event-said'
import css from './index.module.scss'
import { NoticeCard } from './notice-card'
import { SessionLine } from './session-line'
import { getRefusals, words } from './wording'

export default function AdminEvent() {
  const eventId = useRouter().params.id ?? ''
  const { value, failed, loading, load } = useEvent()
  const { units } = useScope((day) => day.slice(0, 7))
  const [changing, setChanging] = useState<{ sessionId: string; open: boolean } | null>(null)
  const [cancelling, setCancelling] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const refresh = () => { void loadMe(); void load({ eventId }) }
  useDidShow(refresh)

  const event = value?.id === eventId ? value : null
  const unread = failed && event === null ? troubleOf(failed.failure === 'bad-input' ? { ok: false, failure: 'event-not-found' } : failed, getRefusals, '活动') : null
  const publishNow = async () => {
    setBusy(true)
    const answer = await publish(eventId)
    setBusy(false)
    setSaid(answer.ok ? null : wordsOf(answer, publishRefusals))
    refresh()
  }
  if (!event) return <Page title={words.page} home={homeOf.events} loading={loading} failure={unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: refresh } : {}) }} />

  const now = Date.now()
  const isOver = event.sessions.every(({ endsAt }) => Date.parse(endsAt) <= now)
  const hasBegun = event.sessions.some(({ startsAt }) => Date.parse(startsAt) <= now)
  // What another unit hosts is shown, and left alone.
  const isOurs = units.some(({ id }) => id === event.hostUnit.id)
  const state = event.status === 'published' ? (isOver ? words.states.over : words.states.published) : words.states[event.status]
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      foot={event.status === 'draft' && <BottomBar {...(said === null ? {} : { words: said })}><MainButton busy={busy && words.publishing} onPress={() => void publishNow()}>{words.publish}</MainButton></BottomBar>}
    >
      <StaleNotice shown={failed !== null} onRetry={refresh} />
      <Heading as="display">{event.title}</Heading>
      <View className={css.note}>{eventKinds[event.kind].zh}，{event.hostUnit.name}，{state}</View>
      <EventSaid event={event} />
      {!(isOver && event.status === 'published') && <NoticeCard event={event} now={now} />}
      <Heading>{words.sessions}</Heading>
      <Card flat><Lines>{event.sessions.map((session) => <SessionLine key={session.id} event={event} session={session} now={now} {...(isOurs ? { onChange: () => setChanging({ sessionId: session.id, open: true }) } : {})} />)}</Lines></Card>
      {isOurs && <Heading>{words.acts}</Heading>}
      {isOurs && <EventActs event={event} {...(event.status === 'draft' || (event.status === 'published' && !hasBegun) ? { onCancel: () => setCancelling(true) } : {})} />}
      {isOurs && event.status === 'published' && hasBegun && <EventFile eventId={eventId} />}
      <CancelSheet event={cancelling ? event : null} onClose={() => setCancelling(false)} onCancelled={() => { setCancelling(false); refresh() }} />
      {changing !== null && <ChangeSheet open={changing.open} eventId={eventId} sessionId={changing.sessionId} onClose={() => setChanging({ ...changing, open: false })} onChanged={() => { setChanging(null); refresh() }} />}
    </Page>
  )
}
