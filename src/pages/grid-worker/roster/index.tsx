/** The door of one session: everybody expected, one tap each; who came without signing up; and how many are in the room. */
import { useMemo, useState } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { BottomBar } from '../../../components/bottom-bar'
import { Chips } from '../../../components/chips'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { SearchField } from '../../../components/search-field'
import { Tabs } from '../../../components/tabs'
import { TextLink } from '../../../components/text-link'
import { arrive, useRoster, type RosterRow } from '../../../stores/attendance'
import { bySubject, ofSession, withWaiting } from '../../../stores/door-marks'
import { useFacesAtDoor } from '../../../stores/faces-at-door'
import { clockOf, dayOf, today } from '../../../stores/calendar'
import { isPastDoor } from '../../../stores/kept-days'
import { openRoster } from '../../../stores/door-book/open-roster'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { troubleOf } from '../../../stores/failure-words'
import { spokenDay } from '../../../stores/spoken-time'
import { useIsLargeType } from '../../../theme/type-size'
import { StaleNotice } from '../../stale-notice'
import { WaitingNotice } from '../waiting-notice'
import { Counted } from './counted'
import { HeadcountSheet } from './headcount-sheet'
import css from './index.module.scss'
import { PartySheet } from './party-sheet'
import { PhoneSheet } from './phone-sheet'
import { RoomSums } from './room-sums'
import { ScanCode } from './scan-code'
import { commonSurnames, counts, rowsOf, type Tab } from './roster-rows'
import { Row } from './row'
import { WalkInSheet } from './walk-in-sheet'
import { WalkIns } from './walk-ins'
import { rosterRefusals, words } from './wording'

const todayUrl = '/pages/grid-worker/today/index'
/** Rows on the screen at a time: 500 at once make an old phone wait, and weigh more than a message to the screen may. */
const aTime = 30
/** 姓 to tap, where typing one would take longer than finding them. */
const mostSurnames = 8
const none: ReadonlySet<string> = new Set()

export default function RosterPage() {
  const sessionId = useRouter().params.id ?? ''
  const { value, failed, loading } = useRoster()
  const records = useQueue((state) => state.records)
  const faces = useFacesAtDoor((state) => (state.input?.sessionId === sessionId ? state.value?.faces : undefined))
  // What stays in place while one scrolls must leave room for rows: not in large type, not on a short screen.
  const scrolls = useIsLargeType() || Taro.getWindowInfo().windowHeight < 640
  const [tab, setTab] = useState<Tab>('missing')
  const [typed, setTyped] = useState('')
  const [kept, setKept] = useState(none)
  const [first, setFirst] = useState(0)
  const [sheet, setSheet] = useState<'walk-in' | 'headcount' | null>(null)
  const [party, setParty] = useState<RosterRow | null>(null)
  const [calling, setCalling] = useState<RosterRow | null>(null)
  const refresh = () => void openRoster(sessionId)
  useDidShow(refresh)

  const fetched = value?.session.id === sessionId ? value : null
  const roster = useMemo(() => fetched && withWaiting(fetched, records, faces), [fetched, records, faces])
  const here = useMemo(() => ofSession(records, sessionId), [records, sessionId])
  const pending = useMemo(() => bySubject(here), [here])
  const waiting = useMemo(() => new Set(here.map(({ input }) => input.recordId)), [here])
  const trouble = failed && roster === null ? troubleOf(failed, rosterRefusals, '名单') : null
  const look = (change: () => void) => { setKept(none); setFirst(0); change() }
  const mark = (row: RosterRow, present: number) => {
    setKept(new Set([...kept, row.personKey]))
    void arrive(sessionId, row.personKey, present)
  }

  const session = roster?.session
  const rows = roster ? rowsOf(roster.rows, tab, typed, kept) : []
  const by = roster ? counts(roster.rows) : { missing: 0, in: 0, all: 0 }
  const surnames = useMemo(() => (roster && roster.rows.length > aTime ? commonSurnames(roster.rows, mostSurnames) : []), [roster])
  const acts = [{ text: '现场登记', icon: 'people', onPress: () => setSheet('walk-in') }, { text: '清点', icon: 'totals', onPress: () => setSheet('headcount') }] as const
  const top = roster && session && (
    <View className={css.top}>
      <View className={css.what}>{`${session.title} · ${spokenDay(dayOf(session.startsAt), today())} ${clockOf(session.startsAt)} · 截至 ${asOfWords(roster.asOf)}`}</View>
      <RoomSums room={roster.room} countOnly={session.countOnly} />
      {!session.countOnly && roster.rows.length > 0 && (
        <>
          <SearchField label="按姓、楼号或尾号找" placeholder="姓、楼号或尾号" value={typed} onChange={(text) => look(() => setTyped(text))} />
          <Tabs items={[{ key: 'missing', text: '未到', count: by.missing }, { key: 'in', text: '已到', count: by.in }, { key: 'all', text: '全部', count: by.all }]} current={tab} onChange={(key) => look(() => setTab(key))} />
        </>
      )}
    </View>
  )

  return (
    <Page
      title={session?.countOnly ? '清点' : '签到'}
      home={todayUrl}
      loading={roster === null && loading}
      shape="lines"
      head={scrolls ? null : top}
      failure={trouble && { title: trouble.title, words: trouble.words, ...(trouble.again ? { onRetry: refresh } : { meanwhile: { text: '回到今天', onPress: () => void Taro.reLaunch({ url: todayUrl }) } }) }}
      foot={session && (session.countOnly
        ? <BottomBar>{acts.map(({ text, onPress }) => <PlainButton key={text} fill onPress={onPress}>{text}</PlainButton>)}</BottomBar>
        : <BottomBar side={[...acts]}><ScanCode sessionId={sessionId} onIn={(personKey) => setKept(new Set([...kept, personKey]))} /></BottomBar>
      )}
    >
      {roster && session && (
        <>
          {scrolls && top}
          {/* What waits says already that there is no signal; room is for rows. */}
          <StaleNotice shown={failed !== null && here.length === 0} onRetry={refresh} />
          {failed !== null && isPastDoor(session.endsAt) && <Notice tone="attention">{words.clockAhead}</Notice>}
          <WaitingNotice />
          <Counted sessionId={sessionId} headcounts={roster.headcounts} />
          {!session.countOnly && typed === '' && <TextLink onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/venue-code/index?id=${sessionId}` })}>门口码，让居民自己扫</TextLink>}
          {/* Who looks for somebody sees who was found, also on a small screen in large type. */}
          {typed === '' && <TextLink onPress={() => void Taro.navigateTo({ url: `/pages/grid-worker/sheet/index?id=${sessionId}` })}>{session.countOnly ? '清点表，打印、录入' : '签到表，打印、录入'}</TextLink>}
          {surnames.length > 0 && <Chips label="姓" look="underline" chosen={typed} items={surnames.map((surname) => ({ key: surname, text: surname }))} onChange={(surname) => look(() => setTyped(surname === typed ? '' : surname))} />}
          <View className={css.rows}>
            {rows.slice(first, first + aTime).map((row) => (
              <Row key={row.personKey} row={row} sessionId={sessionId} pending={pending.get(row.personKey) ?? null} onArrive={() => mark(row, Math.max(1, row.partySize))} onParty={() => setParty(row)} onPhone={() => setCalling(row)} />
            ))}
          </View>
          {rows.length > aTime && <Turn first={first} of={rows.length} onTurn={(to) => { setFirst(to); void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }) }} />}
          {rows.length === 0 && <Nobody tab={tab} typed={typed} all={by.all} countOnly={session.countOnly} onWalkIn={() => setSheet('walk-in')} />}
          {tab !== 'missing' || session.countOnly || by.all === 0 ? <WalkIns sessionId={sessionId} walkIns={roster.walkIns} waiting={waiting} pending={pending} /> : null}
          <WalkInSheet open={sheet === 'walk-in'} sessionId={sessionId} named={!session.countOnly} onClose={() => setSheet(null)} />
          <HeadcountSheet open={sheet === 'headcount'} sessionId={sessionId} room={roster.room} onClose={() => setSheet(null)} />
          {calling && <PhoneSheet key={calling.personKey} row={calling} eventId={session.eventId} onClose={() => setCalling(null)} />}
          <PartySheet row={party} onClose={() => setParty(null)} onChoose={(row, present) => { setParty(null); mark(row, present) }} />
        </>
      )}
    </Page>
  )
}

/** Leafs through a list that is longer than the screen takes. */
function Turn({ first, of, onTurn }: { first: number; of: number; onTurn(to: number): void }) {
  const last = Math.min(first + aTime, of)
  return (
    <View className={css.turn}>
      <PlainButton disabled={first === 0} onPress={() => onTurn(Math.max(0, first - aTime))}>前一页</PlainButton>
      <View className={css.where}>{`${first + 1} 到 ${last}，共 ${of} 位`}</View>
      <PlainButton disabled={last === of} onPress={() => onTurn(first + aTime)}>后一页</PlainButton>
    </View>
  )
}

/** 18:32; of another day that as well. */
function asOfWords(asOf: string): string {
  return `${dayOf(asOf) === today() ? '' : `${spokenDay(dayOf(asOf), today())} `}${clockOf(asOf)}`
}

function Nobody({ tab, typed, all, countOnly, onWalkIn }: { tab: Tab; typed: string; all: number; countOnly: boolean; onWalkIn: () => void }) {
  if (countOnly) return <EmptyLeaf title="这一场不留名" words="点下面的清点，记现场有多少人。" />
  if (typed.trim() !== '') return <EmptyLeaf title={`没有找到“${typed.trim()}”`} words="没报名也能进，用现场登记。" next={{ text: '现场登记', onPress: onWalkIn }} />
  if (all === 0) return <EmptyLeaf title="还没有人报名" words="来了的人，用现场登记。" next={{ text: '现场登记', onPress: onWalkIn }} />
  return <EmptyLeaf title={tab === 'in' ? '还没有人到' : '都到齐了'} />
}
