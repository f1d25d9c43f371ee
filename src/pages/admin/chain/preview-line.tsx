/** One line of the 接龙 as it was read: ticked when it will be registered, marked where somebody has to look. */
import { View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import { TextLink } from '../../../components/text-link'
import css from './preview-line.module.scss'
import type { ChainLine } from '../../../stores/read-chain'
import type { Outcome } from './use-sending'
import { words } from './wording'

interface Props { line: ChainLine; /** What they answer; '' where nothing is asked or said. */ answers: string; /** What is wrong with it. */ wrong: string | null; outcome: Outcome | null; onToggle(): void; onEdit(): void }

export function PreviewLine({ line, answers, wrong, outcome, onToggle, onEdit }: Props) {
  const { callName, building, people, children, unclear, chosen, text } = line
  const name = callName === '' ? words.noName : [callName, building].filter((one) => one !== '').join('，')
  const isSent = outcome !== null && outcome.is !== 'refused'
  return (
    <View className={css.line}>
      <Press className={css.tap} role="checkbox" checked={chosen} disabled={isSent || callName === ''} label={`${name}，${words.people(people, children)}`} onPress={onToggle}>
        <View className={cx(css.box, chosen && css.on)}>{chosen && <Icon name="tick" />}</View>
        <View className={css.what}>
          <View className={css.name}>{name}</View>
          <View className={css.note}>{words.people(people, children)}</View>
          {unclear.length > 0 && !isSent && <View className={css.mark}>{unclear.join('；')}</View>}
          {unclear.length > 0 && !isSent && <View className={css.note}>{words.pasted}：{text}</View>}
          {answers !== '' && <View className={css.note}>{answers}</View>}
          {wrong !== null && !isSent && <View className={css.mark}>{wrong}</View>}
          {outcome && <View className={isSent ? css.done : css.mark}>{outcome.is === 'refused' ? outcome.why : words.outcomes[outcome.is]}</View>}
        </View>
      </Press>
      {!isSent && <TextLink label={words.editOf(name)} onPress={onEdit}>{words.edit}</TextLink>}
    </View>
  )
}
