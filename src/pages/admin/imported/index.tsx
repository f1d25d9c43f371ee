/** 引用数 of a year: the one place where figures of other systems, other offices and paper are brought over, corrected and withdrawn. */
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ImportedView } from '#contract/work/imported'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { useImported } from '../../../stores/imported'
import { StaleNotice } from '../../stale-notice'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { addressOfImported } from '../imported-edit/address'
import { Line } from './line'
import css from './index.module.scss'
import { listRefusals, words } from './wording'

export default function ImportedPage() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const asked = useRouter().params['year']
  const [year, setYear] = useState(asked ?? today().slice(0, 4))
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const { value, failed, load } = useImported()
  const { unit } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId, year }) }
  useEffect(ask, [unitId, year])
  useDidShow(ask)
  const edit = (one: ImportedView | null) => void Taro.navigateTo({ url: addressOfImported(one, year) })
  const step = (by: number) => setYear(String(Number(year) + by))
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="imported"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null}
      bar={value && <BottomBar><MainButton icon="plus" onPress={() => edit(null)}>{words.add}</MainButton></BottomBar>}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && unit && (
        <>
          <View className={css.top}>
            <View className={css.year}>{words.yearOf(year)}</View>
            {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
            <TextLink onPress={() => step(-1)}>{words.earlier}</TextLink>
            {year < today().slice(0, 4) && <TextLink onPress={() => step(1)}>{words.later}</TextLink>}
          </View>
          {!wide && scope.units.length > 1 && <View className={css.note}>{unit.name}</View>}
          <View className={css.says}>{words.what}</View>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          {value.figures.length === 0 && <EmptyLeaf title={words.emptyTitle(year)} words={words.emptySentence} />}
          {value.figures.length > 0 && (
            <Card flat>
              <Lines>{value.figures.map((one) => <Line key={`${one.unit.id} ${one.indicator} ${one.period}`} one={one} unitName={one.unit.id === unit.id ? null : one.unit.name} onChange={() => edit(one)} />)}</Lines>
            </Card>
          )}
          {value.more && <View className={css.note}>{words.more}</View>}
        </>
      )}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
