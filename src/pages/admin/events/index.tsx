/** 活动 of an admin: drafts to publish, what is coming, what has been. */
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { EventBrief } from '#contract/events/event'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { useUnseenCounts } from '../../../stores/event-changes'
import { wordsOf } from '../../../stores/failure-words'
import { publish, useHostedEvents } from '../../../stores/hosted-events'
import { openEvent } from '../event/open-event'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { CancelSheet } from './cancel-sheet'
import { ChangeSheet } from './change-sheet'
import { EventLine } from './event-line'
import { heapsOf, type EventRow } from './sort-events'
import { UnseenSheet } from './unseen-sheet'
import { listRefusals, publishRefusals, words } from './wording'

export default function HostedEvents() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { published, drafts, more, failed, load } = useHostedEvents()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [cancelling, setCancelling] = useState<EventBrief | null>(null)
  // The last one stays, closed, with what was typed into it.
  const [changing, setChanging] = useState<{ row: EventRow; open: boolean } | null>(null)
  const [unseenAt, setUnseenAt] = useState<string | null>(null)
  const { counts, load: loadCounts } = useUnseenCounts()
  const [publishing, setPublishing] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const unitId = scope.unit?.id ?? null
  const ask = () => { if (unitId !== null) void load(unitId, today()) }
  useEffect(ask, [unitId])
  useDidShow(ask)
  // Of what is over nobody need be told any more.
  useEffect(() => { void loadCounts((published ?? []).filter(({ sessions }) => sessions.some(({ endsAt }) => Date.parse(endsAt) > Date.now())).map(({ id }) => id)) }, [published])

  const publishNow = async (eventId: string) => {
    setPublishing(eventId)
    const answer = await publish(eventId)
    setPublishing(null)
    setSaid(answer.ok ? null : wordsOf(answer, publishRefusals))
    ask()
  }
  const ready = published !== null && drafts !== null
  const heaps = ready ? heapsOf(published, drafts, unitId === null ? [] : [unitId], Date.now()) : null
  const empty = heaps !== null && heaps.drafts.length + heaps.coming.length + heaps.past.length === 0
  const mayCancel = ({ event, session }: EventRow) => event.status === 'published' && Date.parse(session.startsAt) > Date.now()
  const answersOf = ({ event }: EventRow) => (event.asks ? { onAnswers: () => void Taro.navigateTo({ url: `/pages/admin/answers/index?id=${event.id}` }) } : {})
  const photosOf = ({ event }: EventRow) => (event.status === 'published' ? { onPhotos: () => void Taro.navigateTo({ url: `/pages/admin/photos/index?id=${event.id}` }) } : {})
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="events"
      loading={!ready && failed === null}
      failure={!ready && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null}
      bar={ready && <BottomBar><MainButton icon="plus" onPress={() => void Taro.navigateTo({ url: '/pages/admin/event-new/index' })}>{words.newEvent}</MainButton></BottomBar>}
      onSwitchUnit={() => setSheet('unit')}
    >
      {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
      <TextLink onPress={() => void Taro.navigateTo({ url: '/pages/admin/campaigns/index' })}>{words.campaigns}</TextLink>
      {said !== null && <Notice tone="attention">{said}</Notice>}
      {empty && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
      {heaps && (
        <>
          <Heap title={words.drafts} rows={heaps.drafts} line={(row) => <EventLine row={row} onOpen={() => openEvent(row.event.id)} publishing={publishing === row.event.id} onPublish={() => void publishNow(row.event.id)} />} />
          <Heap title={words.coming} rows={heaps.coming} line={(row) => <EventLine row={row} onOpen={() => openEvent(row.event.id)} {...answersOf(row)} unseen={counts[row.event.id] ?? 0} onUnseen={() => setUnseenAt(row.event.id)} {...(mayCancel(row) ? { onCancel: () => setCancelling(row.event), onChange: () => setChanging({ row, open: true }) } : {})} />} />
          <Heap title={words.past} rows={heaps.past} line={(row) => <EventLine row={row} onOpen={() => openEvent(row.event.id)} {...answersOf(row)} {...photosOf(row)} />} />
        </>
      )}
      {more && <View>{words.more}</View>}
      <CancelSheet event={cancelling} onClose={() => setCancelling(null)} onCancelled={() => { setCancelling(null); ask() }} />
      {changing && <ChangeSheet open={changing.open} eventId={changing.row.event.id} sessionId={changing.row.session.id} onClose={() => setChanging({ ...changing, open: false })} onChanged={() => { setChanging(null); ask() }} />}
      {unseenAt !== null && <UnseenSheet eventId={unseenAt} onClose={() => { setUnseenAt(null); ask() }} />}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}

function Heap({ title, rows, line }: { title: string; rows: readonly EventRow[]; line(row: EventRow): JSX.Element }) {
  if (rows.length === 0) return null
  return (
    <View>
      <Heading>{title}</Heading>
      <Card flat><Lines>{rows.map((row) => <View key={row.session.id}>{line(row)}</View>)}</Lines></Card>
    </View>
  )
}
