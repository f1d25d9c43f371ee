/** 总结: the month's report, each number a way to its facts; handed in, approved or returned; taken along as Word or as text. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { TextLink } from '../../../components/text-link'
import { useAdminScope } from '../../../stores/admin-scope'
import { wordsOf } from '../../../stores/failure-words'
import { makeExcel, useReportDraft, useReportStanding } from '../../../stores/reports'
import { today } from '../../../stores/calendar'
import { useIsLargeType } from '../../../theme/type-size'
import { readToken } from '#contract/reports/token'
import { openEvent } from '../event/open-event'
import { addressOfFacts } from '../facts/address'
import { addressOfEdit, addressOfTemplate } from '../report-edit/address'
import { addressOfTables } from '../report-tables/address'
import { CorrectionList } from '../figures/corrections'
import { correctionWords } from '../figures/corrections-wording'
import { asOfWords, daysTitle, monthTitle, reportMonth } from '../figures/months'
import { StaleNotice } from '../../stale-notice'
import { ChecksNotice } from '../checks/checks-notice'
import { AdminPage } from '../frame/admin-page'
import { homeOf } from '../frame/rooms'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { ActsBar, nextAct } from './acts-bar'
import { AlbumSheet } from './album-sheet'
import { Appendices } from './appendices'
import { CopySheet } from './copy-sheet'
import { DaysSheet, type Other } from './days-sheet'
import { EditingNotice } from './editing-notice'
import { Paper } from './paper'
import { Proof } from './proof'
import { ReportHead } from './report-head'
import { SendBackSheet } from './send-back-sheet'
import { SubmitSheet } from './submit-sheet'
import { useActs } from './use-acts'
import { Steps, WayUp } from './way-up'
import { albumWords, refusals, words } from './wording'

export default function ReportPage() {
  const wide = useWide()
  /** Then the bar has room for the main act only. */
  const large = useIsLargeType()
  const scope = useScope(reportMonth)
  const { value, failed, load } = useReportDraft()
  const standings = useReportStanding()
  const chooseUnit = useAdminScope((one) => one.chooseUnit)
  const [sheet, setSheet] = useState<OpenSheet>(null)
  /** An earlier snapshot, by its number. */
  const [shown, setShown] = useState<number | null>(null)
  const [other, setOther] = useState<Other | null>(null)
  const [more, setMore] = useState<'copy' | 'days' | 'album' | null>(null)
  const { unit, month } = scope
  const unitId = unit?.id ?? null
  const of = unitId === null ? null : { unitId, month, ...(other?.campaign ? { campaignId: other.campaign.id } : other && { days: other.days }) }
  const ask = () => {
    if (of === null || unitId === null) return
    void load({ ...of, ...(shown !== null && { n: shown }) })
    if (!other) void standings.load({ unitId, month })
  }
  const standing = !other && standings.value?.unit.id === unitId && standings.value.month === month ? standings.value : null
  const acts = useActs({ unitId, month, of, standing, again: () => { if (shown === null) ask(); else setShown(null) } })
  useEffect(() => { acts.setSaid(null); setShown(null); setOther(null) }, [unitId, month])
  useEffect(ask, [unitId, month, shown, other])
  useDidShow(ask)

  const copy = () => setMore('copy')
  const copied = (text: string) => { setMore(null); void Taro.setClipboardData({ data: text }).then(() => acts.setSaid(words.copied), () => acts.setSaid(words.notCopied)) }
  const edit = () => { if (unitId !== null) void Taro.navigateTo({ url: addressOfEdit(unitId, month) }) }
  const isOpenToEdit = standing !== null && shown === null && (standing.state === 'draft' || standing.state === 'returned')
  const open = (name: string) => {
    const token = readToken(name)
    if (token.of === 'event') openEvent(token.eventId)
    else if (token.of === 'imported') void Taro.navigateTo({ url: `${homeOf.imported}?year=${month.slice(0, 4)}` })
    else if (unitId !== null) void Taro.navigateTo({ url: addressOfFacts({ unitId, month, figure: token.figure, own: false }) })
  }
  // Whom 引用数 with their file stand in for needs no other reason.
  const openParts = standing?.parts.filter(({ state, standIn }) => state !== 'approved' && standIn === undefined).map((part) => part.unit) ?? []
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="report"
      paper
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null}
      bar={value && <ActsBar acts={acts} standing={standing} large={large} onCopy={copy} />}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && (
        <>
          <ReportHead
            state={standing?.state ?? (value.handedIn ? 'submitted' : 'draft')}
            asOf={asOfWords(value.asOf, today())}
            when={other ? [...(other.campaign ? [other.campaign.name] : []), daysTitle(other.days)].join('，') : monthTitle(month)}
            onMonth={() => setSheet('month')}
            onDays={() => setMore('days')}
            onEdit={isOpenToEdit ? edit : null}
            onSwitchUnit={!wide && scope.units.length > 1 ? () => setSheet('unit') : null}
          />
          <StaleNotice shown={standings.failed !== null} onRetry={ask} />
          {standing?.may.submit && unitId !== null && <ChecksNotice unitId={unitId} month={month} />}
          {standing && <WayUp standing={standing} onUnit={chooseUnit} />}
          <EditingNotice editing={value.editing} />
          <Paper key={`${value.unit.id} ${value.month} ${value.handedIn?.n ?? ''}`} report={value} onOpen={other ? null : open} />
          <Appendices report={value} onOpen={other ? null : open} />
          {value.corrections && <CorrectionList of={value.corrections} note={correctionWords.noteNext} />}
          {standing?.corrections && <CorrectionList of={standing.corrections} note={correctionWords.note} />}
          {standing && <Steps steps={standing.steps} shown={shown} onSee={setShown} />}
          <Proof report={value} />
          {large && <TextLink onPress={copy}>{words.copy}</TextLink>}
          {nextAct(standing) !== 'word' && <TextLink onPress={() => void acts.download()}>{words.word}</TextLink>}
          <TextLink onPress={() => void acts.download(makeExcel)}>{words.excel}</TextLink>
          {!other && value.events.length + value.table.length > 0 && <TextLink onPress={() => setMore('album')}>{albumWords.open}</TextLink>}
          {unitId !== null && <TextLink onPress={() => void Taro.navigateTo({ url: addressOfTables(unitId, month, other) })}>{words.tables}</TextLink>}
          {isOpenToEdit && unitId !== null && <TextLink onPress={() => void Taro.navigateTo({ url: addressOfTemplate(unitId) })}>{words.template}</TextLink>}
          {large && nextAct(standing) === 'approve' && standing?.may.sendBack && <TextLink onPress={() => acts.setOpen('send-back')}>{words.sendBack}</TextLink>}
        </>
      )}
      <Confirm
        open={acts.open === 'submit' && openParts.length === 0} question={words.submitQuestion(monthTitle(month))} words={words.submitNote}
        yes={words.submit} no={words.no} busy={acts.busy === 'act' && words.submitting} onYes={() => void acts.submit([]).then(() => acts.setOpen(null))} onNo={() => acts.setOpen(null)}
      />
      <SubmitSheet open={acts.open === 'submit' && openParts.length > 0} title={words.submitQuestion(monthTitle(month))} parts={openParts} onSend={acts.submit} onClose={() => acts.setOpen(null)} />
      <Confirm
        open={acts.open === 'approve'} question={words.approveQuestion(monthTitle(month))} words={standing?.may.alone ? `${words.approveNote}${words.aloneNote}` : words.approveNote}
        yes={words.approve} no={words.no} busy={acts.busy === 'act' && words.approving} onYes={() => void acts.approve().then(() => acts.setOpen(null))} onNo={() => acts.setOpen(null)}
      />
      {value && <SendBackSheet open={acts.open === 'send-back'} report={value} onSend={acts.sendBack} onClose={() => acts.setOpen(null)} />}
      {value && <CopySheet open={more === 'copy'} report={value} onCopy={copied} onClose={() => setMore(null)} />}
      {unitId !== null && <AlbumSheet key={`${unitId} ${month}`} open={more === 'album'} unitId={unitId} month={month} onClose={() => setMore(null)} />}
      {unitId !== null && <DaysSheet open={more === 'days'} unitId={unitId} month={month} other={other} onChoose={(chosen) => { setMore(null); setOther(chosen) }} onClose={() => setMore(null)} />}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
