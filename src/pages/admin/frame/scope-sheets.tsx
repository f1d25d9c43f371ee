/** 换单位 and 换月. */
import { View } from '@tarojs/components'
import { Sheet } from '../../../components/sheet'
import { useAdminScope } from '../../../stores/admin-scope'
import { today } from '../../../stores/calendar'
import { Choice, MonthChoices } from './month-sheet'
import type { Scope } from './use-scope'

export type OpenSheet = 'unit' | 'month' | null

export function ScopeSheets({ scope, open, onClose }: { scope: Scope; open: OpenSheet; onClose(): void }) {
  const { chooseUnit, chooseMonth } = useAdminScope()
  const then = (choose: () => void) => { choose(); onClose() }
  return (
    <>
      <Sheet title="换单位" open={open === 'unit'} onClose={onClose}>
        <View>{scope.units.map((unit) => <Choice key={unit.id} name={unit.name} chosen={unit.id === scope.unit?.id} onChoose={() => then(() => chooseUnit(unit.id))} />)}</View>
      </Sheet>
      <Sheet title="换月" open={open === 'month'} onClose={onClose}>
        <MonthChoices month={scope.month} thisMonth={today().slice(0, 7)} onChoose={(month) => then(() => chooseMonth(month))} />
      </Sheet>
    </>
  )
}
