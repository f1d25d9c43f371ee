/** What the month stands at, in one sentence: 活动 6 场，97 人次；宣传和工作 5 项. Nothing that was not counted becomes 0. Pure. */
import { eventKindNames } from '#contract/events/kinds'
import { softnessOfSum, type Figure } from '#contract/totals/figure'
import { printAmount, type Amount } from '../figures/figure-print'

export function monthSoFar(figures: readonly Figure[]): string | null {
  // 场次, whatever the kinds call them: of a class its sessions and not the 期.
  const held = sum(figures, eventKindNames.map((kind) => (kind === 'training_class' ? 'training_class_sessions' : `${kind}_held`)))
  const came = sum(figures, eventKindNames.map((kind) => `${kind}_attendances`))
  const work = figures.filter(({ group, value, uncounted }) => (group === 'publicity' || group === 'work') && (value !== null || uncounted > 0)).length
  const parts = [
    held && `活动 ${printAmount(held)} 场${came ? `，${printAmount(came)} 人次` : ''}`,
    work > 0 && `宣传和工作记了 ${work} 项`,
  ].filter((part) => part !== null && part !== false)
  return parts.length === 0 ? null : `${parts.join('；')}。`
}

function sum(figures: readonly Figure[], names: readonly string[]): Amount | null {
  const found = figures.filter(({ name, value }) => names.includes(name) && value !== null)
  if (found.length === 0) return null
  const soft = softnessOfSum(found.map(({ softness }) => softness))
  return { value: found.reduce((all, { value }) => all + (value ?? 0), 0), softness: soft }
}
