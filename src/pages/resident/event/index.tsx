/** One event: what, when, where; taking places; and once taken, the slip to go with. */
import { useState } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { Page } from '../../../components/page'
import { useEvent } from '../../../stores/events'
import { troubleOf } from '../../../stores/failure-words'
import { loadMe, useMe } from '../../../stores/people'
import { StaleNotice } from '../../stale-notice'
import { eventsUrl } from '../open-event'
import { EventFacts } from './facts'
import { EventFoot } from './foot'
import { EventHead } from './head'
import { Programme } from './programme'
import { RegisterSheet } from './register-sheet'
import { Registered } from './registered'
import { SessionChoice } from './session-choice'
import { firstChoice, standingOf } from './standing'
import { getRefusals } from './wording'

export default function EventPage() {
  const eventId = useRouter().params.id ?? ''
  const { value, failed, loading, load } = useEvent()
  const me = useMe(({ value: known }) => known)
  const [signingUp, setSigningUp] = useState(false)
  const [picked, setPicked] = useState<string[] | null>(null)
  const refresh = () => { void loadMe(); void load({ eventId }) }
  useDidShow(refresh)

  const event = value?.id === eventId ? value : null
  const now = Date.now()
  const standing = event && standingOf(event, now)
  const chosen = picked ?? (event ? firstChoice(event, now) : [])
  const session = event && (event.sessions.find(({ id }) => chosen.includes(id)) ?? event.sessions.find(({ endsAt }) => Date.parse(endsAt) > now) ?? event.sessions[0])
  const trouble = failed && event === null ? troubleOf(failed, getRefusals, '活动') : null
  const registered = standing?.is === 'registered' && event?.mine

  return (
    <Page
      title="活动"
      home={eventsUrl}
      loading={event === null && loading}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : { meanwhile: { text: '看别的活动', onPress: () => void Taro.reLaunch({ url: eventsUrl }) } }) }}
      foot={standing && <EventFoot standing={standing} noneChosen={chosen.length === 0} onRegister={() => setSigningUp(true)} />}
    >
      {event && session && (
        <>
          <StaleNotice shown={failed !== null} onRetry={refresh} />
          {registered ? <Registered event={event} mine={registered} callName={me?.callName ?? null} onChanged={refresh} /> : <EventHead event={event} session={session} />}
          <EventFacts event={event} />
          {standing?.is === 'open' && event.sessions.length > 1 && <SessionChoice event={event} chosen={chosen} onChange={setPicked} />}
          <Programme items={event.programme} />
          <RegisterSheet
            event={event}
            sessionIds={chosen}
            me={me}
            open={signingUp}
            onClose={() => setSigningUp(false)}
            onChanged={refresh}
            onDone={() => { setSigningUp(false); setPicked(null); refresh(); void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }) }}
          />
        </>
      )}
    </Page>
  )
}
