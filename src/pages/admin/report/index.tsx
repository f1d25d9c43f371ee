/** 总结: the month's report, each number a way to its facts; handed in, approved or returned; taken along as Word or as text. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Confirm } from '../../../components/confirm'
import { TextLink } from '../../../components/text-link'
import { useAdminScope } from '../../../stores/admin-scope'
import { wordsOf } from '../../../stores/failure-words'
import { useReportDraft, useReportStanding } from '../../../stores/reports'
import { today } from '../../../stores/calendar'
import { useIsLargeType } from '../../../theme/type-size'
import { addressOfFacts } from '../facts/address'
import { CorrectionList } from '../figures/corrections'
import { correctionWords } from '../figures/corrections-wording'
import { asOfWords, monthTitle, reportMonth } from '../figures/months'
import { StaleNotice } from '../../stale-notice'
import { ChecksNotice } from '../checks/checks-notice'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { ActsBar, nextAct } from './acts-bar'
import { Appendices } from './appendices'
import { Paper } from './paper'
import { Proof } from './proof'
import { ReportHead } from './report-head'
import { reportText } from './report-text'
import { SendBackSheet } from './send-back-sheet'
import { SubmitSheet } from './submit-sheet'
import { useActs } from './use-acts'
import { Steps, WayUp } from './way-up'
import { refusals, words } from './wording'

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
  const { unit, month } = scope
  const unitId = unit?.id ?? null
  const ask = () => {
    if (unitId === null) return
    void load({ unitId, month, ...(shown !== null && { n: shown }) })
    void standings.load({ unitId, month })
  }
  const standing = standings.value?.unit.id === unitId && standings.value.month === month ? standings.value : null
  const acts = useActs({ unitId, month, standing, again: () => { if (shown === null) ask(); else setShown(null) } })
  useEffect(() => { acts.setSaid(null); setShown(null) }, [unitId, month])
  useEffect(ask, [unitId, month, shown])
  useDidShow(ask)

  const copy = () => {
    if (value) void Taro.setClipboardData({ data: reportText(value) }).then(() => acts.setSaid(words.copied), () => acts.setSaid(words.notCopied))
  }
  const open = (figure: string) => { if (unitId !== null) void Taro.navigateTo({ url: addressOfFacts({ unitId, month, figure, own: false }) }) }
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
            month={month}
            state={standing?.state ?? (value.handedIn ? 'submitted' : 'draft')}
            asOf={asOfWords(value.asOf, today())}
            onMonth={() => setSheet('month')}
            onSwitchUnit={!wide && scope.units.length > 1 ? () => setSheet('unit') : null}
          />
          <StaleNotice shown={standings.failed !== null} onRetry={ask} />
          {standing?.may.submit && unitId !== null && <ChecksNotice unitId={unitId} month={month} />}
          {standing && <WayUp standing={standing} onUnit={chooseUnit} />}
          <Paper key={`${value.unit.id} ${value.month} ${value.handedIn?.n ?? ''}`} report={value} onOpen={open} />
          <Appendices report={value} onOpen={open} />
          {value.corrections && <CorrectionList of={value.corrections} note={correctionWords.noteNext} />}
          {standing?.corrections && <CorrectionList of={standing.corrections} note={correctionWords.note} />}
          {standing && <Steps steps={standing.steps} shown={shown} onSee={setShown} />}
          <Proof report={value} />
          {large && <TextLink onPress={copy}>{words.copy}</TextLink>}
          {nextAct(standing) !== 'word' && <TextLink onPress={() => void acts.download()}>{words.word}</TextLink>}
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
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
