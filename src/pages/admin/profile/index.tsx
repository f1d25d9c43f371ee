/** 社区概况: typed lines, each as of its day. Few people are 不足10, percentages are computed. */
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { standardLines } from '#contract/units/profile-lines'
import { BottomBar } from '../../../components/bottom-bar'
import { Card } from '../../../components/card'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { Lines } from '../../../components/lines'
import { MainButton } from '../../../components/main-button'
import { Press } from '../../../components/press'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { useProfile } from '../../../stores/profile'
import { newRecordId } from '../../../stores/record'
import { StaleNotice } from '../../stale-notice'
import { AdminPage } from '../frame/admin-page'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import css from './index.module.scss'
import { Line } from './line'
import type { Of } from './line-form'
import { LineSheet } from './line-sheet'
import { refusals, words } from './wording'

export default function ProfilePage() {
  const wide = useWide()
  const scope = useScope((day) => day.slice(0, 7))
  const { value, failed, load } = useProfile()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [choosing, setChoosing] = useState(false)
  const [writing, setWriting] = useState<Of | null>(null)
  const { unit } = scope
  const unitId = unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId }) }
  useEffect(ask, [unitId])
  useDidShow(ask)
  const lines = value?.lines ?? []
  const nameOf = (id: string) => lines.find((one) => one.id === id)?.name ?? standardLines.find((one) => one.id === id)?.name ?? ''
  const left = standardLines.filter(({ id }) => lines.every((one) => one.id !== id))
  const begin = (of: Of) => { setChoosing(false); setWriting(of) }
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="profile"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, refusals), onRetry: ask } : null}
      bar={value && <BottomBar><MainButton icon="plus" onPress={() => setChoosing(true)}>{words.add}</MainButton></BottomBar>}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && unit && (
        <>
          <View className={css.top}>
            <View className={css.unit}>{unit.name}</View>
            {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
          </View>
          <View className={css.says}>{words.what}</View>
          <StaleNotice shown={failed !== null} onRetry={ask} />
          {lines.length === 0 && <EmptyLeaf title={words.emptyTitle} words={words.emptySentence} />}
          {lines.length > 0 && <Card flat><Lines>{lines.map((one) => <Line key={one.id} one={one} nameOf={nameOf} onChange={() => begin({ line: one })} />)}</Lines></Card>}
        </>
      )}
      <Sheet open={choosing} title={words.choose} onClose={() => setChoosing(false)}>
        {left.map((standard) => <Press key={standard.id} className={css.choice} label={standard.name} onPress={() => begin({ standard })}>{standard.name}</Press>)}
        <Press className={css.choice} label={words.ownLine} onPress={() => begin({ ownId: `own-${newRecordId()}` })}>{words.ownLine}</Press>
      </Sheet>
      {unitId !== null && <LineSheet of={writing} unitId={unitId} lines={lines} onClose={() => setWriting(null)} onDone={() => { setWriting(null); ask() }} />}
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
