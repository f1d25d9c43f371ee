/** 单位与人员: the units below the one in scope; each can be renamed, added to, and a grid moved. */
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { TreeUnit } from '#contract/units/tree'
import { BottomBar } from '../../../components/bottom-bar'
import { EmptyLeaf } from '../../../components/empty-leaf'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { levelBelow, useUnitTree } from '../../../stores/units'
import { useIsLargeType } from '../../../theme/type-size'
import { AdminPage } from '../frame/admin-page'
import { homeOf } from '../frame/rooms'
import { ScopeSheets, type OpenSheet } from '../frame/scope-sheets'
import { useScope } from '../frame/use-scope'
import { useWide } from '../frame/use-wide'
import css from './index.module.scss'
import { UnitSheet, type Act } from './unit-sheet'
import { UnitTreeView } from './unit-tree-view'
import { levelNames, treeRefusals, words } from './wording'

export default function UnitsPage() {
  const wide = useWide()
  /** Then the bar has room for the main act only. */
  const large = useIsLargeType()
  const scope = useScope((day) => day.slice(0, 7))
  const { value, failed, load } = useUnitTree()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<TreeUnit | null>(null)
  const [act, setAct] = useState<Act>('none')
  const [said, setSaid] = useState<string | null>(null)
  const unitId = scope.unit?.id ?? null
  const ask = () => { if (unitId !== null) void load({ unitId }) }
  useEffect(ask, [unitId])
  useDidShow(ask)

  const [top] = value?.units ?? []
  const level = top ? levelBelow(top.level) : null
  const begin = (unit: TreeUnit, what: Act) => { setSaid(null); setChosen(unit); setAct(what) }
  const toggle = (id: string) => setOpen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const toImport = () => void Taro.navigateTo({ url: '/pages/admin/unit-import/index' })
  return (
    <AdminPage
      scope={scope}
      wide={wide}
      room="units"
      loading={value === null && failed === null}
      failure={value === null && failed !== null ? { title: words.failedTitle, words: wordsOf(failed, treeRefusals), onRetry: ask } : null}
      bar={top && level && (
        <BottomBar side={large ? [] : [{ text: words.import, icon: 'document', onPress: toImport }]}>
          <MainButton icon="plus" onPress={() => begin(top, 'add')}>{words.add(level)}</MainButton>
        </BottomBar>
      )}
      onSwitchUnit={() => setSheet('unit')}
    >
      {value && top && level && (
        <>
          <View className={css.top}>
            {!wide && scope.units.length > 1 && <TextLink onPress={() => setSheet('unit')}>换单位</TextLink>}
            {!wide && <TextLink onPress={() => void Taro.navigateTo({ url: homeOf.roles })}>{words.roles}</TextLink>}
            {large && <TextLink onPress={toImport}>{words.import}</TextLink>}
          </View>
          {said !== null && <View className={css.said}><Notice tone="done">{said}</Notice></View>}
          <UnitTreeView key={top.id} units={value.units} open={open} onToggle={toggle} onChange={(unit) => begin(unit, 'choose')} />
          {value.units.length === 1 && <EmptyLeaf title={words.emptyTitle(levelNames[level])} words={words.emptySentence} />}
        </>
      )}
      <UnitSheet
        unit={chosen}
        act={act}
        communities={scope.units.filter((unit) => unit.level === 'community')}
        onAct={setAct}
        onClose={() => setAct('none')}
        onDone={(words) => { if (act === 'add' && chosen) setOpen((before) => new Set([...before, chosen.id])); setAct('none'); setSaid(words) }}
      />
      <ScopeSheets scope={scope} open={sheet} onClose={() => setSheet(null)} />
    </AdminPage>
  )
}
