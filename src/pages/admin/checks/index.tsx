/** 对一对: what does not fit together in the month, each with the way to mend it; before it is handed in. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Finding } from '#contract/totals/checks'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { useMonthChecks } from '../../../stores/checks'
import { wordsOf } from '../../../stores/failure-words'
import { asOfWords, monthTitle, reportMonth } from '../figures/months'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { StaleNotice } from '../../stale-notice'
import { CorrectSheet } from './correct-sheet'
import css from './index.module.scss'
import { Line } from './line'
import { refusals, words } from './wording'

const weights = ['contradiction', 'question', 'hint'] as const

export default function ChecksPage() {
  const wide = useWide()
  const scope = useScope(reportMonth)
  const { value, failed, load } = useMonthChecks()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [correcting, setCorrecting] = useState<Finding | null>(null)
  const { unit, month } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId, month }) }
  useEffect(ask, [unitId, month])
  useDidShow(ask)
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="checks"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && unit && (
        <>
          <View className={css.top}>
            <View className={css.month}>{monthTitle(month)}</View>
            <View className={css.acts}>
              {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
              <TextLink onPress={() => setSheet('month')}>{words.otherMonth}</TextLink>
            </View>
          </View>
          <View className={css.says}>{unit.name}，{asOfWords(value.asOf, today())}。{words.what}</View>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          {value.closed && <EmptyLeaf title={words.closedTitle} words={words.closedSentence(monthTitle(month))} />}
          {!value.closed && value.findings.length === 0 && <EmptyLeaf title={words.nothingTitle} words={words.nothingSentence(monthTitle(month))} />}
          {weights.map((weight) => {
            const some = value.findings.filter((one) => one.weight === weight)
            return some.length > 0 && (
              <View key={weight}>
                <Heading>{words.groups[weight]}</Heading>
                <Card flat><Lines>{some.map((one, i) => <Line key={i} one={one} month={month} unitId={unit.id} onCorrect={() => setCorrecting(one)} />)}</Lines></Card>
              </View>
            )
          })}
          {value.notListed > 0 && <View className={css.says}>{words.more(value.notListed)}</View>}
        </>
      )}
      <CorrectSheet of={correcting} onClose={() => setCorrecting(null)} onDone={() => { setCorrecting(null); ask() }} />
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
