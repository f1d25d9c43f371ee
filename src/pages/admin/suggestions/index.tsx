/** 意见建议 as the admins of a unit get it: what waits first, each answered in a sheet. Nothing is counted, ranked or handed on. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { SuggestionToAnswer } from '#contract/suggestions/suggestion'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { useSuggestionsToAnswer } from '../../../stores/suggestions'
import { StaleNotice } from '../../stale-notice'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import { AnswerSheet } from './answer-sheet'
import css from './index.module.scss'
import { Line } from './line'
import { listRefusals, words } from './wording'

export default function SuggestionsPage() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { suggestions, after, failed, loading, load, more } = useSuggestionsToAnswer()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [answering, setAnswering] = useState<string | null>(null)
  const { unit } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load(unitId) }
  useEffect(ask, [unitId])
  useDidShow(ask)

  const list = (title: string, some: SuggestionToAnswer[]) => some.length > 0 && (
    <View>
      <Heading>{title}</Heading>
      <View className={css.list}><Card flat><Lines>{some.map((one) => <Line key={one.id} one={one} onAnswer={() => setAnswering(one.id)} />)}</Lines></Card></View>
    </View>
  )
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="suggestions"
      loading={suggestions === null && failed === null}
      failure={suggestions === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, listRefusals), onRetry: ask } : null}
      onSwitchUnit={() => setSheet('unit')}
    >
      {!wide && scope.units.length > 1 && unit && <View className={css.unit}><View className={css.name}>{unit.name}</View><TextLink onPress={() => setSheet('unit')}>换单位</TextLink></View>}
      <StaleNotice shown={failed !== null && suggestions !== null} onRetry={ask} />
      {suggestions && unit && (
        <>
          {suggestions.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence(unit.name)} />}
          {list(words.open, suggestions.filter(({ answer }) => answer === null))}
          {list(words.answered, suggestions.filter(({ answer }) => answer !== null))}
          {after !== null && <View className={css.more}><PlainButton busy={loading && words.fetching} onPress={() => void more()}>{words.more}</PlainButton></View>}
        </>
      )}
      <AnswerSheet to={suggestions?.find(({ id }) => id === answering) ?? null} onClose={() => setAnswering(null)} />
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
