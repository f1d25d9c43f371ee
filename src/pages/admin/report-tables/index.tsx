/** 上级的表: empty tables of a superior, uploaded once and filled with the figures of a month or some days. */
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '#contract/call'
import type { fillTable, TableView } from '#contract/reports/tables'
import { BottomBar } from '../../../components/bottom-bar'
import { Confirm } from '../../../components/confirm'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { chooseFile, openFile } from '../../../platform/files'
import { useCampaigns } from '../../../stores/campaigns'
import { wordsOf } from '../../../stores/failure-words'
import { addOwnTable, fillOwnTable, sayTable, useReportTables } from '../../../stores/report-tables'
import { StaleNotice } from '../../stale-notice'
import { daysTitle, monthTitle } from '../figures/months'
import { homeOf } from '../frame/rooms'
import css from './index.module.scss'
import { TableCard } from './table-card'
import { addRefusals, fillRefusals, listRefusals, mapRefusals, words } from './wording'

type Empty = Output<typeof fillTable>['empty']

export default function ReportTables() {
  const { unitId, month, from, to, campaignId } = useRouter().params
  const days = from && to ? { from, to } : null
  const campaigns = useCampaigns()
  const campaign = campaignId ? campaigns.value?.campaigns.find(({ id }) => id === campaignId) : undefined
  const { value, failed, load, reload } = useReportTables()
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [empty, setEmpty] = useState<Empty>([])
  const [fresh, setFresh] = useState<string | null>(null)
  const [asked, setAsked] = useState<TableView | null>(null)
  const ask = () => {
    if (unitId) void load({ unitId })
    if (unitId && campaignId) void campaigns.load({ unitId })
  }
  useEffect(ask, [unitId])
  if (!unitId || !month) return <Page title={words.title} home={homeOf.report} failure={{ title: words.failedTitle, words: words.brokenAddress }} />

  const work = async (what: string, act: () => Promise<string | null>) => {
    if (busy !== null) return
    setBusy(what)
    setSaid(null)
    setEmpty([])
    setSaid(await act())
    setBusy(null)
  }
  const add = () => work('add', async () => {
    const file = await chooseFile(['xlsx']).catch(() => undefined)
    if (!file) return file === null ? null : words.unreadable
    const answer = await addOwnTable(unitId, file)
    if (!answer.ok) return wordsOf(answer, addRefusals)
    setFresh(answer.value.id)
    await reload()
    return words.added
  })
  const fill = (table: TableView) => work(table.id, async () => {
    const answer = await fillOwnTable({ tableId: table.id, unitId, month, ...(campaignId ? { campaignId } : days && { days }) })
    if (!answer.ok) return wordsOf(answer, fillRefusals)
    setEmpty(answer.value.empty)
    return openFile(answer.value.url, answer.value.name).then(() => words.filled(answer.value.name, answer.value.filled), () => words.notFetched)
  })
  const say = (table: TableView, of: Parameters<typeof sayTable>[1]) => work('say', async () => {
    const answer = await sayTable(table, of)
    await reload()
    return answer.ok ? words.saved : wordsOf(answer, mapRefusals)
  })
  const failure = value === null && failed ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null
  return (
    <Page
      title={words.title} home={homeOf.report} loading={value === null && failed === null} failure={failure}
      foot={value && <BottomBar words={said}><MainButton icon="plus" busy={busy === 'add' && words.adding} onPress={() => void add()}>{words.add}</MainButton></BottomBar>}
    >
      {value && (
        <>
          <View className={css.note}>{words.what}</View>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          {empty.length > 0 && <Notice tone="attention">{words.leftEmpty}{empty.map(({ text, why }, index) => <View key={index}>{text}：{words.whys[why]}</View>)}</Notice>}
          {value.tables.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
          {value.tables.map((table) => (
            <TableCard
              key={table.id} table={table} figures={value.figures} when={campaign ? `${campaign.ordinal ?? ''}${campaign.name}` : days ? daysTitle(days) : monthTitle(month)} owner={table.unit.id === unitId ? null : table.unit.name}
              busy={busy === table.id} begins={table.id === fresh} onFill={() => void fill(table)} onSay={(of) => void say(table, of)} onTakeAway={() => setAsked(table)}
            />
          ))}
        </>
      )}
      <Confirm
        open={asked !== null} question={words.takeAwayQuestion(asked?.name ?? '')} words={words.takeAwayNote} yes={words.takeAway} no={words.no}
        onYes={() => { const table = asked; setAsked(null); if (table) void say(table, { layout: table.layout, heads: table.heads, gone: true }) }} onNo={() => setAsked(null)}
      />
    </Page>
  )
}
