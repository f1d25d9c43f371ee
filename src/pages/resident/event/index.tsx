/** One event: what, when, where; taking places; and once taken, the slip to go with. Opened from a list, a chat, or a scanned poster. */
import { useState } from 'react'
import Taro, { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro'
import { Heading } from '../../../components/heading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { useEvent } from '../../../stores/events'
import { troubleOf, wordsOf } from '../../../stores/failure-words'
import { loadMe, useMe } from '../../../stores/people'
import { takeOffered } from '../../../stores/registrations'
import { StaleNotice } from '../../stale-notice'
import { eventsUrl } from '../open-event'
import { UnseenNotices } from '../notices/unseen-notices'
import { plainScene } from '../scene'
import { EventFacts } from './facts'
import { EventFoot } from './foot'
import { GivenBack } from './given-back'
import { EventHead } from './head'
import { PosterSheet } from './poster-sheet'
import { Programme } from './programme'
import { PublicPhotos } from './public-photos'
import { RegisterSheet } from './register-sheet'
import { Registered } from './registered'
import { shareTitle, toWait } from './said'
import { SessionChoice } from './session-choice'
import { SessionList } from './session-list'
import { firstChoice, signUpAt, standingOf, wouldWait } from './standing'
import { getRefusals, notHeard, offerRefusals } from './wording'

export default function EventPage() {
  const { id, scene } = useRouter().params
  const eventId = id ?? plainScene(scene)
  const { value, failed, loading, load } = useEvent()
  const me = useMe(({ value: known }) => known)
  const [sheet, setSheet] = useState<'register' | 'poster' | null>(null)
  const [picked, setPicked] = useState<string[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const refresh = () => { void loadMe(); void load({ eventId }) }
  useDidShow(refresh)

  const event = value?.id === eventId ? value : null
  const now = Date.now()
  useShareAppMessage(() => ({ title: event ? shareTitle(event, Date.now()) : '邻里的活动', path: `/pages/resident/event/index?id=${eventId}` }))
  // A link that was cut off or mistyped leads nowhere either.
  const notFetched = failed && event === null ? troubleOf(failed.failure === 'bad-input' ? { ok: false, failure: 'event-not-found' } : failed, getRefusals, '活动') : null
  const failure = notFetched && { title: notFetched.title, words: notFetched.words, ...(notFetched.again ? { onRetry: refresh } : { meanwhile: { text: '看别的活动', onPress: () => void Taro.reLaunch({ url: eventsUrl }) } }) }
  if (!event) return <Page title="活动" home={eventsUrl} loading={loading} failure={failure} />

  const standing = standingOf(event, now)
  const others = signUpAt(event, now)
  const canSignUp = others.is === 'open' || others.is === 'full'
  const mine = standing.is === 'registered' || standing.is === 'waitlisted' ? standing.mine : null
  const chosen = picked ?? firstChoice(event, now)
  const neighbours = event.status === 'cancelled' ? [] : event.neighbours.filter(({ status }) => status !== 'cancelled')
  const session = event.sessions.find(({ id: one }) => chosen.includes(one)) ?? event.sessions.find(({ endsAt }) => Date.parse(endsAt) > now) ?? event.sessions[0]
  const done = () => { setSheet(null); setPicked(null); setTrouble(null); refresh(); void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }) }
  const take = async () => {
    if (!mine) return
    const answer = await takeOffered(event.id, mine)
    setTrouble(answer.ok ? null : answer.failure === 'offline' ? notHeard : wordsOf(answer, offerRefusals))
    refresh()
  }

  return (
    <Page
      title="活动"
      home={eventsUrl}
      foot={event.status !== 'cancelled' && (
        <EventFoot
          standing={standing} others={others} willWait={wouldWait(event, chosen, 1)} next={toWait(event, chosen, now)} noneChosen={chosen.length === 0} published={event.status === 'published'}
          onRegister={() => setSheet('register')} onOffer={() => void take()} onPoster={() => setSheet('poster')}
        />
      )}
    >
      <StaleNotice shown={failed !== null} onRetry={refresh} />
      <UnseenNotices />
      {trouble !== null && <Notice tone="attention">{trouble}</Notice>}
      <GivenBack event={event} onChanged={refresh} />
      {event.status === 'cancelled' && <Notice tone="attention" {...(event.cancelReason === null ? {} : { note: event.cancelReason })}>活动取消了，不用来了</Notice>}
      {mine && <Registered event={event} mine={mine} onChanged={refresh} />}
      {(mine?.status !== 'confirmed') && session && <EventHead event={event} session={session} />}
      {neighbours.length > 0 && <Heading>替邻居报的</Heading>}
      {neighbours.map((one) => <Registered key={one.personKey} event={event} mine={one} neighbour onChanged={refresh} />)}
      <EventFacts event={event} />
      {event.sessions.length > 1 && (canSignUp ? <SessionChoice event={event} chosen={chosen} onChange={setPicked} {...(mine ? { heading: '替邻居选场次' } : {})} /> : <SessionList event={event} />)}
      <Programme items={event.programme} />
      {event.status === 'published' && event.sessions.some(({ endsAt }) => Date.parse(endsAt) <= now) && <PublicPhotos eventId={event.id} />}
      <RegisterSheet event={event} sessionIds={chosen} me={me} onlyNeighbour={mine !== null} open={sheet === 'register'} onClose={() => setSheet(null)} onChanged={refresh} onDone={done} />
      <PosterSheet event={event} open={sheet === 'poster'} onClose={() => setSheet(null)} />
    </Page>
  )
}
