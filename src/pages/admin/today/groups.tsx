/** The groups of the first page: today, what waits, who was not told, what got stuck. One that is empty says so, or is not there. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Output } from '#contract/call'
import type { adminToday } from '#contract/totals/today'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { useAdminScope } from '../../../stores/admin-scope'
import { clockOf } from '../../../stores/calendar'
import { monthTitle } from '../figures/months'
import { homeOf, type Room } from '../frame/rooms'
import css from './index.module.scss'
import { Way } from './way'
import { jobsWords, words } from './wording'

type Today = Output<typeof adminToday>

/** Of a hundred communities the first ones; the others stand on the page of the report, in the tree's order too. */
const shown = 10

const go = (url: string) => void Taro.navigateTo({ url })
const to = (room: Room) => go(homeOf[room])

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <View className={css.group}><Heading>{title}</Heading><Card flat><Lines>{children}</Lines></Card></View>
}

export function TodaySessions({ of: { sessions, moreSessions, unit } }: { of: Today }) {
  const note = (one: Today['sessions'][number]) => [
    `${clockOf(one.startsAt)}–${clockOf(one.endsAt)}，${one.placeName}${one.hostName === unit.name ? '' : `，${one.hostName}`}`, one.countOnly ? words.countOnly : words.came(one.expected, one.signedIn),
  ].join('；')
  return (
    <Group title={words.today}>
      {sessions.length === 0 && <View className={css.plain}>{words.quiet}</View>}
      {sessions.map((one) => <Way key={one.sessionId} strong text={one.title} note={note(one)} onPress={() => go(`/pages/grid-worker/roster/index?id=${one.sessionId}`)} />)}
      {moreSessions > 0 && <Way text={words.more(moreSessions)} onPress={() => to('events')} />}
    </Group>
  )
}

export function Waiting({ of: { own, toApprove, suggestions, unit } }: { of: Today }) {
  const report = (unitId: string, month: string) => { useAdminScope.setState({ unitId, month }); to('report') }
  const mine = own !== null && own.state !== 'submitted' ? own : null
  return (
    <Group title={words.waits}>
      {mine && <Way text={words.own(monthTitle(mine.month), mine.state)} onPress={() => report(unit.id, mine.month)} />}
      {toApprove.slice(0, shown).map((one) => <Way key={`${one.unit.id} ${one.month}`} text={words.toApprove(one.unit.name, monthTitle(one.month))} onPress={() => report(one.unit.id, one.month)} />)}
      {toApprove.length > shown && <Way text={words.moreToApprove(toApprove.length - shown)} onPress={() => report(unit.id, toApprove[0]!.month)} />}
      {suggestions > 0 && <Way text={words.suggestions(suggestions)} onPress={() => to('suggestions')} />}
      {!mine && toApprove.length + suggestions === 0 && <View className={css.plain}>{words.nothingWaits}</View>}
    </Group>
  )
}

export function Untold({ of: { untold } }: { of: Today }) {
  if (untold.length === 0) return null
  return <Group title={words.untold}>{untold.map((one) => <Way key={one.eventId} text={words.untoldOf(one.title, one.people)} onPress={() => to('events')} />)}</Group>
}

export function Stuck({ of: { stuck: { jobs, messages, photos } } }: { of: Today }) {
  const lines = [jobs.length > 0 && words.jobs(jobsWords(jobs)), messages > 0 && words.messages(messages), photos > 0 && words.photos(photos)].filter((line) => line !== false)
  if (lines.length === 0) return null
  return <Group title={words.stuck}>{lines.map((line) => <View key={line} className={css.plain}>{line}</View>)}</Group>
}
