/** Where the report is on its way up, by whose hand and when; what was remarked; and how far the units below have come, in the tree's order. */
import { View } from '@tarojs/components'
import type { Output } from '#contract/call'
import type { reportStanding } from '#contract/reports/standing'
import { Notice } from '../../../components/notice'
import { Stamp } from '../../../components/stamp'
import { TextLink } from '../../../components/text-link'
import { clockOf, dayOf, today } from '../../../stores/calendar'
import { dayWords } from '../figures/months'
import { Remarks } from './remarks'
import css from './way-up.module.scss'
import { partWords, words } from './wording'

export type Standing = Output<typeof reportStanding>

export function WayUp({ standing, onUnit }: { standing: Standing; onUnit(unitId: string): void }) {
  const { state, steps, parts, may, changedSince } = standing
  const last = steps[steps.length - 1]
  return (
    <View className={css.way}>
      {state === 'submitted' && changedSince && <Notice tone="attention" note={words.changedNote}>{words.changedSince}</Notice>}
      {state === 'submitted' && !changedSince && <Notice note={may.alone ? words.mayAlone : may.approve ? words.mayApprove : words.waits}>{said(last)}</Notice>}
      {state === 'returned' && last && (
        <Notice tone="attention" note={words.returned}>{said(last)}<Remarks remarks={last.remarks} /></Notice>
      )}
      {state === 'approved' && last && (
        <View className={css.closed}>
          <View className={css.words}>
            <View>{said(last)}{last.alone ? `（${words.alone}）` : ''}</View>
            <View className={css.note}>{words.closedNote}</View>
          </View>
          <Stamp word={words.closedTitle} at={dayWords(dayOf(last.at))} />
        </View>
      )}
      {parts.length > 0 && (
        <View>
          <View className={css.title}>{words.parts}</View>
          {parts.map((part) => (
            <View key={part.unit.id} className={css.row}><View className={css.name}>{part.unit.name}</View><View className={css.note}>{partWords[part.state]}{part.standIn !== undefined && part.state !== 'approved' ? `，用 ${part.standIn} 个引用数代替` : ''}{part.at === null ? '' : `，${whenWords(part.at)}`}</View><TextLink label={words.openPart(part.unit.name)} onPress={() => onUnit(part.unit.id)}>{words.see}</TextLink></View>
          ))}
        </View>
      )}
    </View>
  )
}

/** Every step there was, and the way to what was handed in then. */
export function Steps({ steps, shown, onSee }: Pick<Standing, 'steps'> & { /** The snapshot that is shown; null: what stands now. */ shown: number | null; onSee(n: number | null): void }) {
  if (steps.length === 0) return null
  return (
    <View className={css.way}>
      <View className={css.title}>{words.way}</View>
      {steps.map((step, index) => (
        <View key={index} className={css.row}>
          <View className={css.name}>{said(step)}<View className={css.note}>{words.nth(step.n)}{step.alone ? `，${words.alone}` : ''}</View></View>
          {step.what === 'submit' && step.n !== shown && <TextLink onPress={() => onSee(step.n)}>{words.seeNth(step.n)}</TextLink>}
        </View>
      ))}
      {shown !== null && <View className={css.row}><View className={css.note}>{words.showing(shown)}</View><TextLink onPress={() => onSee(null)}>{words.seeNow}</TextLink></View>}
    </View>
  )
}

/** 林主任 10月1日 09:10 提交 */
function said(step: Standing['steps'][number] | undefined): string {
  return step ? `${step.name} ${whenWords(step.at)} ${words.did[step.what]}` : ''
}

function whenWords(at: string): string {
  const day = dayOf(at)
  return `${day.slice(0, 4) === today().slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${dayWords(day)} ${clockOf(at)}`
}
