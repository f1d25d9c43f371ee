/** 总结: the month's draft as it stands, each number a way to its facts; taken along as Word or as text. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar'
import { MainButton } from '../../../components/main-button'
import { TextLink } from '../../../components/text-link'
import { openFile } from '../../../platform/files'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { makeWord, useReportDraft } from '../../../stores/reports'
import { useIsLargeType } from '../../../theme/type-size'
import { addressOfFacts } from '../facts/address'
import { asOfWords, reportMonth } from '../figures/months'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { Appendices } from './appendices'
import { Paper } from './paper'
import { ReportHead } from './report-head'
import { reportText } from './report-text'
import { refusals, words } from './wording'

export default function ReportPage() {
  const wide = useWide()
  /** Then the bar has room for the main act only. */
  const large = useIsLargeType()
  const scope = useScope(reportMonth)
  const { value, failed, load } = useReportDraft()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [making, setMaking] = useState(false)
  /** What became of the last act; stays until the next. */
  const [said, setSaid] = useState<string | null>(null)
  const { unit, month } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId, month }) }
  useEffect(() => { setSaid(null); ask() }, [unitId, month])
  useDidShow(ask)

  const download = async () => {
    if (unitId === null) return
    setMaking(true)
    setSaid(null)
    setSaid(await downloaded(unitId, month))
    setMaking(false)
  }
  const copy = () => {
    if (value) void Taro.setClipboardData({ data: reportText(value) }).then(() => setSaid(words.copied), () => setSaid(words.notCopied))
  }
  const open = (figure: string) => { if (unitId !== null) void Taro.navigateTo({ url: addressOfFacts({ unitId, month, figure, own: false }) }) }
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="report"
      paper
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null}
      bar={value && (
        <BottomBar {...(said === null ? {} : { words: said })} side={large ? [] : [{ text: words.copy, icon: 'share', onPress: copy }]}>
          <MainButton icon="save" busy={making && words.making} onPress={() => void download()}>{words.word}</MainButton>
        </BottomBar>
      )}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && (
        <>
          <ReportHead
            month={month}
            asOf={asOfWords(value.asOf, today())}
            onMonth={() => setSheet('month')}
            onSwitchUnit={!wide && scope.units.length > 1 ? () => setSheet('unit') : null}
          />
          <Paper key={`${value.unit.id} ${value.month}`} report={value} onOpen={open} />
          <Appendices report={value} onOpen={open} />
          {large && <TextLink onPress={copy}>{words.copy}</TextLink>}
        </>
      )}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}

/** Makes the file, fetches it and opens or saves it; answers with the sentence that stands under the page then. */
async function downloaded(unitId: string, month: string): Promise<string> {
  const answer = await makeWord(unitId, month)
  if (!answer.ok) return wordsOf(answer, refusals)
  try {
    await openFile(answer.value.url, answer.value.name)
    return words.made(answer.value.name)
  } catch {
    return words.notFetched
  }
}
