/** How many: a large number by steps or typed, and how it is meant. */
import { View } from '@tarojs/components'
import { indicatorOf, type IndicatorName } from '#contract/work/indicators'
import { Card } from '../../../components/card'
import { Choices } from '../../../components/choices'
import { Notice } from '../../../components/notice'
import { Segmented } from '../../../components/segmented'
import { Stepper } from '../../../components/stepper'
import { TextField } from '../../../components/text-field'
import { softWords, type SoftWord } from '../../../stores/written'
import { quantityOf, type EntryForm } from './entry-form'
import css from './quantity.module.scss'

interface Props { form: EntryForm; indicator: IndicatorName; wrong: string | null; onChange: (part: Partial<EntryForm>) => void }

const words = Object.keys(softWords) as SoftWord[]

export function Quantity({ form, indicator, wrong, onChange }: Props) {
  const { unit, money, alwaysSoft, max, act } = indicatorOf(indicator)
  const countings: readonly { key: EntryForm['counting']; text: string }[] = [...(alwaysSoft ? [] : [{ key: 'exact' as const, text: '正好' }]), { key: 'soft', text: '余 / 约' }, { key: 'none', text: '没有数' }]
  const counted = form.typed.trim() === '' ? null : quantityOf(form, indicator)
  // What was typed is said to be wrong at once; what is still empty only when one goes on.
  const why = counted && 'missing' in counted ? counted.missing : wrong
  const thousand = form.counting === 'soft' && form.softWord === 'thousand'
  return (
    <View className={css.space}>
      <Card>
        {form.counting === 'none' && <View className={css.none}>只写做了，不写多少，也不进合计。</View>}
        {form.counting !== 'none' && thousand && <View className={css.none}>上千{unit}，合计时按 1000。</View>}
        {form.counting !== 'none' && !thousand && (money
          ? <TextField label="多少元" value={form.typed} onChange={(typed) => onChange({ typed })} keys="decimal" maxLength={12} placeholder="比如 350 或 350.50" wrong={why} />
          : <Stepper label={act} unit={unit} value={valueOf(form.typed)} min={1} max={max} text={form.typed} onType={(typed) => onChange({ typed })} onChange={(n) => onChange({ typed: String(n) })} />)}
        {why !== null && !money && form.counting !== 'none' && !thousand && <View className={css.how}><Notice tone="attention">{why}</Notice></View>}
        <View className={css.how}><Segmented label="数得准不准" items={countings} chosen={form.counting} onChange={(counting) => onChange({ counting })} /></View>
        {form.counting === 'soft' && (
          <View className={css.how}>
            <Choices label="怎么个大概" items={words.filter((word) => !(money && word === 'thousand')).map((key) => ({ key, text: softWords[key] }))} chosen={form.softWord} onChange={(softWord) => onChange({ softWord })} />
          </View>
        )}
              </Card>
    </View>
  )
}

/** What the buttons count from: of nothing and of what is no number, 0. */
function valueOf(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : 0
}
