/** The unit in scope and what lies below it, as far as it stands open; or the units that were looked for. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TreeUnit } from '#contract/units/tree'
import { Card } from '../../../components/card'
import { Lines } from '../../../components/lines'
import { SearchField } from '../../../components/search-field'
import { branchesOf, found, rowsOf } from '../../../stores/unit-rows'
import { levelBelow } from '../../../stores/units'
import { UnitLine } from './unit-line'
import css from './index.module.scss'
import { belowWords, movesWords, words } from './wording'

/** With fewer one sees them all. */
const enoughToLookFor = 30
const mostFound = 50

interface Props { units: TreeUnit[]; open: ReadonlySet<string>; onToggle(id: string): void; onChange(unit: TreeUnit): void }

export function UnitTreeView({ units, open, onToggle, onChange }: Props) {
  const [sought, setSought] = useState('')
  const [top] = units
  if (!top) return null
  const looking = sought.trim() !== ''
  const { hits, more } = looking ? found(units, sought, mostFound) : { hits: [], more: false }
  // Branch by branch: opening one leaves the others on the screen as they are.
  const branches = looking ? [] : branchesOf(rowsOf(units, open))
  const noteOf = (unit: TreeUnit, plain: string | null) => (unit.moves ? movesWords(unit.moves) : plain)
  return (
    <>
      {units.length > enoughToLookFor && <View className={css.find}><SearchField label={words.find} value={sought} onChange={setSought} /></View>}
      {looking && hits.length === 0 && <View className={css.note}>{words.notFound}</View>}
      {looking && hits.length > 0 && <Card flat><Lines>{hits.map(({ unit, above }) => <UnitLine key={unit.id} name={unit.name} note={noteOf(unit, above === '' ? null : above)} onChange={() => onChange(unit)} />)}</Lines></Card>}
      {more && <View className={css.note}>{words.foundMore}</View>}
      {!looking && (
        <Card flat>
          <UnitLine strong name={top.name} note={belowWords(branches.length, levelBelow(top.level))} onChange={() => onChange(top)} />
          {branches.map((branch) => (
            <View key={branch[0].unit.id}>
              {branch.map(({ unit, depth, below, open: isOpen }) => (
                <View key={unit.id} className={css.line}>
                  <UnitLine
                    name={unit.name}
                    note={noteOf(unit, belowWords(below, levelBelow(unit.level)))}
                    depth={depth}
                    inset={depth > 0 || unit.level !== 'grid'}
                    open={isOpen}
                    {...(below > 0 ? { onToggle: () => onToggle(unit.id) } : {})}
                    onChange={() => onChange(unit)}
                  />
                </View>
              ))}
            </View>
          ))}
        </Card>
      )}
    </>
  )
}
