/** One session in an admin's list, with what can be done to its event. */
import { View } from '@tarojs/components'
import { eventKinds } from '#contract/events/kinds'
import { Leaf } from '../../../components/leaf'
import { PlainButton } from '../../../components/plain-button'
import { TextLink } from '../../../components/text-link'
import { dayNumber, weekdayOf } from '../../../stores/calendar'
import { changeWords } from './change-wording'
import styles from './event-line.module.scss'
import { stateWords, whenAndWhere, type EventRow } from './sort-events'
import { words } from './wording'

interface Props { row: EventRow; publishing?: boolean; onPublish?: () => void; onCancel?: () => void; onChange?: () => void; /** Not known to have seen the last change. */ unseen?: number; onUnseen?: () => void; onAnswers?: () => void; onPhotos?: () => void; onOpen(): void }

export function EventLine({ row, publishing = false, onPublish, onCancel, onChange, unseen = 0, onUnseen, onAnswers, onPhotos, onOpen }: Props) {
  const { event, session } = row
  return (
    <View className={styles.line}>
      <Leaf size="fact" figure={String(dayNumber(session.on))} under={`周${weekdayOf(session.on)}`} />
      <View className={styles.what}>
        <View className={styles.title}>{event.title}</View>
        <View className={styles.note}>{eventKinds[event.kind].zh}，{whenAndWhere(row)}</View>
        <View className={styles.note}>{stateWords(row)}</View>
        {unseen > 0 && onUnseen && <TextLink label={`${event.title}：${changeWords.unseenLink(unseen)}`} onPress={onUnseen}>{changeWords.unseenLink(unseen)}</TextLink>}
        <View className={styles.looks}>
          <TextLink label={words.openOf(event.title)} onPress={onOpen}>{words.open}</TextLink>
          {onAnswers && <TextLink label={words.answersOf(event.title)} onPress={onAnswers}>{words.answers}</TextLink>}
          {onPhotos && <TextLink label={words.photosOf(event.title)} onPress={onPhotos}>{words.photos}</TextLink>}
        </View>
      </View>
      <View className={styles.acts}>
        {onPublish && <PlainButton small strong label={`${words.publish}${event.title}`} busy={publishing && words.publishing} onPress={onPublish}>{words.publish}</PlainButton>}
        {onChange && <TextLink label={changeWords.titleOf(event.title)} onPress={onChange}>{changeWords.change}</TextLink>}
        {onCancel && <TextLink label={words.cancelTitle(event.title)} onPress={onCancel}>{words.cancel}</TextLink>}
      </View>
    </View>
  )
}
