/** 汇总: what the month adds up to. On a phone group by group; on a wide screen unit by unit, with what was opened beside it. */
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Notice } from '../../../components/notice'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { dayOf, today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useMonthTotals } from '../../../stores/totals'
import { FigureList } from '../figures/figure-list'
import { figureGroups, peopleFigure } from '../figures/figure-rows'
import { CorrectionList } from '../figures/corrections'
import { correctionWords } from '../figures/corrections-wording'
import { asOfWords, dayWords, monthTitle, shiftMonth } from '../figures/months'
import { PeopleCard } from '../figures/people-card'
import { unitTable } from '../figures/unit-table'
import { UnitTableView, type OpenedFigure } from '../figures/unit-table-view'
import { addressOfFacts } from '../facts/address'
import { OpenedFacts } from '../facts/opened-facts'
import { SuggestEntry } from '../../suggest-entry'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { useAdminScope } from '../../../stores/admin-scope'
import { MonthHead } from './month-head'
import styles from './index.module.scss'
import { refusals, words } from './wording'

export default function Totals() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { value, failed, loading, load } = useMonthTotals()
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const { unit, month } = scope
  const unitId = unit?.id ?? null
  const ask = async (fresh?: true) => { if (unitId !== null) await load({ unitId, month, ...(fresh && { fresh }) }) }

  useEffect(() => { setOpened(null); void ask() }, [unitId, month])
  useDidShow(() => void ask())

  const open = (one: OpenedFigure) => {
    if (wide) setOpened(one)
    else void Taro.navigateTo({ url: addressOfFacts({ ...one, month }) })
  }
  const openOfUnit = (figure: string) => { if (unitId !== null) open({ unitId, figure, own: false }) }
  const people = value ? peopleFigure(value.figures) : null
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="totals"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: () => void ask() } : null}
      aside={opened && value && <OpenedFacts key={`${opened.unitId} ${opened.figure} ${opened.own} ${value.asOf}`} of={{ ...opened, month }} onClose={() => setOpened(null)} />}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && (
        <>
          <MonthHead
            month={month}
            asOf={asOfWords(value.asOf, today())}
            loading={loading}
            onMonth={() => setSheet('month')}
            onRefresh={() => void ask(true)}
            onSwitchUnit={!wide && scope.units.length > 1 ? () => setSheet('unit') : null}
          />
          {failed !== null && <View className={styles.stale}>{wordsOf(failed, refusals)}。下面是上一次取到的数。</View>}
          {value.closed && <View className={styles.closed}><Notice tone="done" note={words.closedNote}>{words.closed(dayWords(dayOf(value.closed.at)))}</Notice></View>}
          {value.figures.length === 0 && (
            <EmptyLeaf title={words.emptyTitle(monthTitle(month))} words={words.emptySentence} next={{ text: `看${monthTitle(shiftMonth(month, -1))}`, onPress: () => useAdminScope.getState().chooseMonth(shiftMonth(month, -1)) }} />
          )}
          {value.figures.length > 0 && wide && (
            <>
              <UnitTableView table={unitTable(value)} unitId={value.unit.id} opened={opened} onOpen={open} />
              <View className={styles.note}>{words.tableNote}</View>
            </>
          )}
          {value.figures.length > 0 && !wide && (
            <>
              {figureGroups(value.figures).map((group) => (
                <View key={group.key}>
                  <FigureList group={group} onOpen={(row) => openOfUnit(row.name)} />
                  {group.key === 'events' && people && <PeopleCard figure={people} why={words.unnamedWhy} onOpen={() => openOfUnit(people.name)} />}
                </View>
              ))}
            </>
          )}
          {value.corrections && <CorrectionList of={value.corrections} note={correctionWords.note} />}
          <SuggestEntry below answers={!wide} />
        </>
      )}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
