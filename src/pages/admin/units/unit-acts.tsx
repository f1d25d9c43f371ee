/** What one may do to this unit, one line each. */
import { View } from '@tarojs/components'
import type { TreeUnit } from '#contract/units/tree'
import type { UnitBrief } from '#contract/values'
import { Icon } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { Press } from '../../../components/press'
import css from './unit-acts.module.scss'
import type { Act } from './unit-sheet'
import { movesWords, words } from './wording'

interface Props { unit: TreeUnit; level: UnitBrief['level'] | null; mayMove: boolean; busy: boolean; onAct(act: Act): void; onMoveBack(): void }

export function UnitActs({ unit, level, mayMove, busy, onAct, onMoveBack }: Props) {
  const isGrid = unit.level === 'grid'
  return (
    <View>
      {unit.moves && (
        <View className={css.moves}>
          <View className={css.words}>{movesWords(unit.moves)}</View>
          <PlainButton small busy={busy && words.moving} onPress={onMoveBack}>{words.moveBack}</PlainButton>
        </View>
      )}
      <Lines>
        <Way text={words.rename} onPress={() => onAct('rename')} />
        {level && <Way text={words.add(level)} onPress={() => onAct('add')} />}
        {isGrid && mayMove && <Way text={words.move} onPress={() => onAct('move')} />}
      </Lines>
      {isGrid && !mayMove && <View className={css.note}>{words.moveElsewhere}</View>}
    </View>
  )
}

function Way({ text, onPress }: { text: string; onPress(): void }) {
  return <Press className={css.way} label={text} onPress={onPress}><View className={css.row}><View className={css.words}>{text}</View><Icon name="onward" className={css.mark} /></View></Press>
}
