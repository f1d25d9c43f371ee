/** A signed sheet typed in: rows by their numbers on the paper, blank rows, the count of the room; one tap notes all of it. */
import { useState } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { BottomBar } from '../../../components/bottom-bar'
import { cx } from '../../../components/cx'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { Segmented } from '../../../components/segmented'
import { dropMade } from '../../../platform/files'
import { clockOf, dayOf, today } from '../../../stores/calendar'
import { troubleOf } from '../../../stores/failure-words'
import { loadMe } from '../../../stores/people'
import { useQueue } from '../../../stores/queue/queue-of-phone'
import { changeForm, formOf, noteSheet, openSheet, paperStands, takeBackFromSheet, useSheet, useSheetForms } from '../../../stores/sheet'
import { emptySheet, entriesOf, isChosen, presentOf, roomOf, sentenceOf, toggled } from '../../../stores/sheet-form'
import { withQueued, type SheetRow } from '../../../stores/sheet-queued'
import { spokenDay } from '../../../stores/spoken-time'
import { AddPhoto } from '../../photos/add-photo'
import { StaleNotice } from '../../stale-notice'
import { WaitingNotice } from '../waiting-notice'
import { RoomSums } from '../roster/room-sums'
import { BlankLines } from './blank-lines'
import css from './index.module.scss'
import { NumbersField } from './numbers-field'
import { PartyOfRow } from './party-of-row'
import { PrintButton } from './print-button'
import { RoomCount } from './room-count'
import { SheetRowLine } from './sheet-row'
import { keptWords, sheetRefusals } from './wording'

const todayUrl = '/pages/grid-worker/today/index'
/** Rows drawn at a time: 500 at once make an old phone wait. */
const aTime = 60
const ways = [{ key: 'signed', text: '点签了名的' }, { key: 'absent', text: '除…外都到' }] as const

export default function SheetPage() {
  const sessionId = useRouter().params.id ?? ''
  const { value, failed, loading } = useSheet()
  const records = useQueue(({ records: all }) => all)
  const form = useSheetForms(({ forms }) => forms[sessionId]) ?? emptySheet
  const [shown, setShown] = useState(aTime)
  const [party, setParty] = useState<SheetRow | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const refresh = () => void openSheet(sessionId)
  useDidShow(() => { void dropMade(); void loadMe(); refresh() })

  const now = value?.session.id === sessionId ? withQueued(value, records) : null
  const unread = failed && now === null ? troubleOf(failed, sheetRefusals, '签到表') : null
  const entries = now ? entriesOf(now, form) : []
  const room = roomOf(form)
  const stands = now && paperStands(now)

  async function save() {
    if (typeof room === 'object' && room !== null) return setTrouble(room.wrong)
    setBusy(true)
    setTrouble(keptWords(await noteSheet(sessionId)))
    setBusy(false)
  }
  const take = (numbers: readonly number[]) => {
    const keys = (now?.rows ?? []).filter((row) => row.number !== null && numbers.includes(row.number) && row.present === null).map((row) => row.personKey)
    changeForm(sessionId, { tapped: [...new Set([...formOf(sessionId).tapped, ...keys])] })
  }
  const lineOf = (row: SheetRow) => (
    <SheetRowLine
      key={row.personKey} row={row} chosen={isChosen(row, form)} present={presentOf(row, form)}
      onTap={() => changeForm(sessionId, toggled(form, row.personKey))} onParty={() => setParty(row)}
      onUndo={() => void takeBackFromSheet(sessionId, { what: 'row', personKey: row.personKey, marks: row.marks })}
    />
  )
  const session = now?.session
  const printed = now?.rows.filter((row) => row.number !== null) ?? []
  const late = now?.rows.filter((row) => row.number === null) ?? []
  const isBackfill = stands === 'over' && now?.mayBackfill === true
  const closed = stands === 'over' && !isBackfill ? '过了七天，请交给社区管理员补录。' : stands === 'ahead' ? '还没到签到的时候，到时再录。' : null

  return (
    <Page
      title={session?.countOnly ? '录入清点表' : '录入签到表'}
      home={todayUrl}
      loading={now === null && loading}
      shape="lines"
      failure={unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: refresh } : { meanwhile: { text: '回到今天', onPress: () => void Taro.reLaunch({ url: todayUrl }) } }) }}
      foot={session && closed === null && (
        <BottomBar words={trouble ?? sentenceOf(entries) ?? (session.countOnly ? '照着清点表填' : '照着表点，再点记下')}>
          <MainButton busy={busy && '正在记…'} disabled={entries.length === 0} onPress={() => void save()}>记下</MainButton>
        </BottomBar>
      )}
    >
      {now && session && (
        <>
          <View className={css.what}>{`${session.title} · ${spokenDay(dayOf(session.startsAt), today())} ${clockOf(session.startsAt)}`}</View>
          {now.room.attendances > 0 && <RoomSums room={now.room} countOnly={session.countOnly} />}
          {/* What waits says already that there is no signal. */}
          <StaleNotice shown={failed !== null && records.length === 0} onRetry={refresh} />
          <WaitingNotice />
          <PrintButton sessionId={sessionId} title={session.title} countOnly={session.countOnly} />
          {closed !== null && <Notice>{closed}</Notice>}
          {isBackfill && <Notice>过了七天，照着名单记下来，算管理员补录。</Notice>}
          {closed === null && !session.countOnly && printed.length > 0 && (
            <>
              <Heading as="label">表上的人</Heading>
              <Segmented label="怎么点" items={ways} chosen={form.tap} onChange={(tap) => changeForm(sessionId, { tap, tapped: [] })} />
              <NumbersField key={form.tap} absent={form.tap === 'absent'} most={printed.length} onTaken={take} />
              <View className={css.rows}>{printed.slice(0, shown).map(lineOf)}</View>
              {printed.length > shown && <View className={css.more}><PlainButton onPress={() => setShown(shown + aTime)}>{`再看 ${Math.min(aTime, printed.length - shown)} 位`}</PlainButton></View>}
            </>
          )}
          {closed === null && late.length > 0 && (
            <>
              <Heading as="label">{printed.length > 0 ? '打印以后报名的' : '表还没打印过，序号打印时才有'}</Heading>
              <View className={css.rows}>{late.slice(0, shown).map(lineOf)}</View>
              {late.length > shown && <View className={css.more}><PlainButton onPress={() => setShown(shown + aTime)}>{`再看 ${Math.min(aTime, late.length - shown)} 位`}</PlainButton></View>}
            </>
          )}
          {closed === null && !session.countOnly && now.rows.length === 0 && <EmptyLeaf title="没有人报名" words="签在空白行的人，在下面加。" />}
          {closed === null && <BlankLines sessionId={sessionId} lines={now.lines} form={form} named={!session.countOnly} />}
          {closed === null && <View className={css.more}><RoomCount sessionId={sessionId} value={now} form={form} /></View>}
          {!session.countOnly && (
            <>
              <Heading as="label">签到表的照片（可以不拍）</Heading>
              <View className={cx(css.what, css.photos)}>留作底，只有管这一场的人看得到，活动后 90 天删掉。</View>
              <AddPhoto tiedTo={{ what: 'sheet', sessionId }} title={`${session.title} 签到表`} place={session.placeName} unitId={null} save="存上这张" />
            </>
          )}
          <PartyOfRow row={party} form={form} onClose={() => setParty(null)} onChoose={(personKey, present) => { setParty(null); changeForm(sessionId, { parties: { ...form.parties, [personKey]: present } }) }} />
        </>
      )}
    </Page>
  )
}
