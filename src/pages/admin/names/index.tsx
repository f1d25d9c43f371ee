/** 名单 of an event: who has places, who waits; to be taken along as Excel. Phones masked; a number is shown to whoever must call. */
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { Chips } from '../../../components/chips'
import { Confirm } from '../../../components/confirm'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PlainButton } from '../../../components/plain-button'
import { dropMade, openMade } from '../../../platform/files'
import { troubleOf, wordsOf } from '../../../stores/failure-words'
import { giveBackFor, takeNamesAlong, useNames } from '../../../stores/names'
import { PhoneSheet } from '../../grid-worker/roster/phone-sheet'
import { StaleNotice } from '../../stale-notice'
import { dayWords } from '../figures/months'
import { homeOf } from '../frame/rooms'
import css from './index.module.scss'
import { NameLine, type NameRow } from './name-line'
import { cancelRefusals, namesRefusals, words } from './wording'

/** Rows drawn at a time: 500 at once make an old phone wait. */
const aTime = 60

export default function NamesPage() {
  const eventId = useRouter().params.id ?? ''
  const { input, value, failed, loading, load } = useNames()
  const [session, setSession] = useState('all')
  const [shown, setShown] = useState(aTime)
  const [calling, setCalling] = useState<NameRow | null>(null)
  const [leaving, setLeaving] = useState<NameRow | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ words: string; ok: boolean } | null>(null)
  const refresh = () => void load({ eventId })
  useDidShow(() => { void dropMade(); refresh() })

  const now = input?.eventId === eventId ? value : null
  const unread = failed && now === null ? troubleOf(failed.failure === 'bad-input' ? { ok: false, failure: 'event-not-found' } : failed, namesRefusals, '名单') : null
  const rows = (now?.rows ?? []).filter(({ sessionIds }) => session === 'all' || sessionIds.includes(session))
  const confirmed = rows.filter(({ status }) => status === 'confirmed')
  const waiting = rows.filter(({ status }) => status === 'waitlisted')
  const sum = (of: 'partySize' | 'children') => confirmed.reduce((total, row) => total + row[of], 0)

  const takeAlong = async () => {
    setBusy(true)
    const answer = await takeNamesAlong(eventId)
    if (!answer.ok) setSaid({ words: wordsOf(answer, namesRefusals), ok: false })
    else await openMade(answer.value.name, answer.value.xlsx).then(() => setSaid(null), () => setSaid({ words: words.notOpened, ok: false }))
    setBusy(false)
  }
  const giveBack = async () => {
    if (leaving === null) return
    const { personKey, wish: was, sessionIds, partySize, callName } = leaving
    setLeaving(null)
    const answer = await giveBackFor({ eventId, personKey, was, sessionIds, partySize })
    setSaid(answer.ok ? { words: words.gone(callName), ok: true } : { words: wordsOf(answer, cancelRefusals), ok: false })
    refresh()
  }
  const line = (row: NameRow) => <NameLine key={row.personKey} row={row} onCall={() => setCalling(row)} onLeave={() => setLeaving(row)} />
  const toChain = () => void Taro.navigateTo({ url: `/pages/admin/chain/index?id=${eventId}` })
  return (
    <Page
      title={words.page}
      home={homeOf.events}
      loading={now === null && loading}
      shape="lines"
      failure={unread && { title: unread.title, words: unread.words, ...(unread.again ? { onRetry: refresh } : {}) }}
      foot={now && now.rows.length > 0 && <BottomBar words={words.fileNote}><PlainButton fill onPress={toChain}>{words.chain}</PlainButton><PlainButton fill strong icon="save" busy={busy && words.making} onPress={() => void takeAlong()}>{words.file}</PlainButton></BottomBar>}
    >
      {now && (
        <>
          <StaleNotice shown={failed !== null} onRetry={refresh} />
          <Heading as="display">{now.title}</Heading>
          {now.sessions.length > 1 && now.rows.length > 0 && <Chips label={words.page} items={[{ key: 'all', text: words.all }, ...now.sessions.map(({ id, on }) => ({ key: id, text: dayWords(on) }))]} chosen={session} onChange={(key) => { setSession(key); setShown(aTime) }} />}
          {said && <Notice tone={said.ok ? 'done' : 'attention'}>{said.words}</Notice>}
          {now.rows.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} next={{ text: words.chain, onPress: toChain }} />}
          {rows.length > 0 && <View className={css.sum}>{[words.sum(confirmed.length, sum('partySize'), sum('children')), ...(waiting.length > 0 ? [words.waiting(waiting.length)] : [])].join('；')}</View>}
          {confirmed.length > 0 && <Card flat><Lines>{confirmed.slice(0, shown).map(line)}</Lines></Card>}
          {confirmed.length > shown && <View className={css.more}><PlainButton fill onPress={() => setShown(shown + aTime)}>{words.more(Math.min(aTime, confirmed.length - shown))}</PlainButton></View>}
          {waiting.length > 0 && <><Heading>{words.waitlist}</Heading><Card flat><Lines>{waiting.slice(0, shown).map(line)}</Lines></Card></>}
          {calling && <PhoneSheet row={calling} eventId={eventId} onClose={() => setCalling(null)} />}
          <Confirm open={leaving !== null} question={words.question(leaving?.callName ?? '')} words={words.questionWords} yes={words.yes} no={words.no} onYes={() => void giveBack()} onNo={() => setLeaving(null)} />
        </>
      )}
    </Page>
  )
}
