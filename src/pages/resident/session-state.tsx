/** How a session stands for the resident who looks, in words; each with a mark besides its colour. */
import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { cx } from '../../components/cx'
import type { SessionState } from '../../stores/events'
import css from './session-state.module.scss'

const words: Record<Exclude<SessionState['is'], 'registered' | 'free' | 'waitlisted'>, string> = {
  cancelled: '已取消',
  over: '已结束',
  offered: '有名额，点一下',
  'open-door': '不用报名，直接来',
  full: '已报满，可候补',
  begun: '已开始',
  closed: '报名已结束',
  'not-open': '还没开始报名',
}

const waiting = (position: number | null) => (position === null ? '候补中' : `候补第 ${position} 位`)

export function StateLine({ state, className }: { state: SessionState; className?: string }) {
  if (state.is === 'free') return <Text className={cx(css.line, className)}>还剩 <Text className={css.number}>{state.left}</Text> 个名额{state.queue && '，有人在候补'}</Text>
  if (state.is === 'registered') {
    return (
      <View className={cx(css.line, css.done, className)}>
        <Icon name="tick" />
        <Text>已报名，{state.partySize} 人</Text>
      </View>
    )
  }
  if (state.is === 'waitlisted') return <Text className={cx(css.line, css.waiting, className)}>{waiting(state.position)}</Text>
  return <Text className={cx(css.line, state.is === 'offered' && css.waiting, isPast(state) && css.past, className)}>{words[state.is]}</Text>
}

const isPast = ({ is }: SessionState) => is === 'over' || is === 'cancelled' || is === 'begun' || is === 'closed'

/** The same in one sentence, for a control's name. */
export function stateWords(state: SessionState): string {
  if (state.is === 'free') return `还剩${state.left}个名额${state.queue ? '，有人在候补' : ''}`
  if (state.is === 'waitlisted') return waiting(state.position)
  return state.is === 'registered' ? `已报名，${state.partySize}人` : words[state.is]
}
