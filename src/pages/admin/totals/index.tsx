/** 汇总: what a month or a longer time adds up to. On a phone group by group; on a wide screen unit by unit, with what was opened beside it. */
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Notice } from '../../../components/notice'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { TextLink } from '../../../components/text-link'
import { dayOf, today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { FigureList } from '../figures/figure-list'
import { figureGroups, peopleFigure } from '../figures/figure-rows'
import { CorrectionList } from '../figures/corrections'
import { correctionWords } from '../figures/corrections-wording'
import { asOfWords, dayWords } from '../figures/months'
import { besideTitles, earlier, kindOf, periodTitle } from '../figures/periods'
import { PeopleCard } from '../figures/people-card'
import { unitTable } from '../figures/unit-table'
import { UnitTableView, type OpenedFigure } from '../figures/unit-table-view'
import { addressOfFacts } from '../facts/address'
import { OpenedFacts } from '../facts/opened-facts'
import { SuggestEntry } from '../../suggest-entry'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { useAdminScope, type ChosenCampaign } from '../../../stores/admin-scope'
import styles from './index.module.scss'
import { PeopleSheet } from './people-sheet'
import { PeriodHead } from './period-head'
import { PeriodSheet } from './period-sheet'
import { useTotals } from './use-totals'
import { refusals, words } from './wording'

export default function Totals() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const [sheet, setSheet] = useState<'unit' | 'period' | 'people' | null>(null)
  const { longer, campaign, chooseMonth, chooseLonger } = useAdminScope()
  const period = longer ?? scope.month
  const unitId = scope.unit?.id ?? null
  const { value, failed, loading, ask } = useTotals(unitId, period, campaign?.id)
  const titles = besideTitles(period)
  const choose = (one: string, of?: ChosenCampaign) => { if (kindOf(one) === 'month') chooseMonth(one); else chooseLonger(one, of); setSheet(null) }

  useEffect(() => { setOpened(null); void ask() }, [unitId, period, campaign?.id])
  useDidShow(() => void ask())

  // Another unit may have nothing to do with it.
  useEffect(() => { if (failed?.failure === 'campaign-not-found') chooseMonth(scope.month) }, [failed])

  const open = (one: OpenedFigure) => {
    if (wide) setOpened(one)
    else void Taro.navigateTo({ url: addressOfFacts({ ...one, month: period, campaignId: campaign?.id }) })
  }
  const openOfUnit = (figure: string) => { if (unitId !== null) open({ unitId, figure, own: false }) }
  const people = value ? peopleFigure(value.figures) : null
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="totals"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: () => void ask(), ...(period === scope.month ? {} : { meanwhile: { text: words.back(periodTitle(scope.month)), onPress: () => chooseMonth(scope.month) } }) } : null}
      aside={opened && value && <OpenedFacts key={`${opened.unitId} ${opened.figure} ${opened.own} ${value.asOf}`} of={{ ...opened, month: period, campaignId: campaign?.id }} onClose={() => setOpened(null)} />}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && (
        <>
          <PeriodHead
            period={period}
            asOf={asOfWords(value.asOf, today())}
            loading={loading}
            onPeriod={() => setSheet('period')}
            onRefresh={() => void ask(true)}
            onSwitchUnit={!wide && scope.units.length > 1 ? () => setSheet('unit') : null}
          />
          {failed !== null && <View className={styles.stale}>{wordsOf(failed, refusals)}。下面是上一次取到的数。</View>}
          {value.closed && <View className={styles.closed}><Notice tone="done" note={words.closedNote}>{words.closed(dayWords(dayOf(value.closed.at)))}</Notice></View>}
          {campaign && <View className={styles.closed}><Notice icon="calendar" note={words.ofCampaign} act={{ text: words.tags, onPress: () => void Taro.navigateTo({ url: `/pages/admin/campaign/index?id=${campaign.id}` }) }}>{campaign.name}</Notice></View>}
          {value.figures.length === 0 && (
            campaign
              ? <EmptyLeaf title={words.emptyTitle(campaign.name)} words={words.emptyCampaign} />
              : <EmptyLeaf title={words.emptyTitle(periodTitle(period))} words={words.emptySentence} next={{ text: words.back(periodTitle(earlier(period))), onPress: () => choose(earlier(period)) }} />
          )}
          {value.figures.length > 0 && wide && (
            <>
              <UnitTableView table={unitTable(value)} titles={titles} unitId={value.unit.id} opened={opened} onOpen={open} />
              <View className={styles.note}>{words.tableNote}</View>
              {people && <TextLink onPress={() => setSheet('people')}>{words.whyTitle}</TextLink>}
            </>
          )}
          {value.figures.length > 0 && !wide && (
            <>
              {figureGroups(value.figures, { lastYear: value.lastYear, trend: value.trend, thisMonth: today().slice(0, 7) }).map((group) => (
                <View key={group.key}>
                  <FigureList group={group} titles={titles} onOpen={(row) => openOfUnit(row.name)} />
                  {group.key === 'events' && people && <PeopleCard figure={people} why={words.unnamedWhy} previousTitle={titles.previous} onOpen={() => openOfUnit(people.name)} onWhy={() => setSheet('people')} />}
                </View>
              ))}
            </>
          )}
          {value.corrections && <CorrectionList of={value.corrections} note={correctionWords.note} />}
          <SuggestEntry below answers={!wide} />
        </>
      )}
      <ScopeSheets scope={scope} open={sheet === 'unit' ? 'unit' : null} onClose={() => setSheet(null)} />
      <PeriodSheet key={`${period} ${campaign?.id ?? ''}`} open={sheet === 'period'} period={period} campaignId={campaign?.id} unitId={unitId} onChoose={choose} onClose={() => setSheet(null)} />
      {people && <PeopleSheet open={sheet === 'people'} figure={people} parts={value?.parts.flatMap((part) => part.values[people.name]?.value ?? []) ?? []} onClose={() => setSheet(null)} />}
    </AdminPage>
  )
}
