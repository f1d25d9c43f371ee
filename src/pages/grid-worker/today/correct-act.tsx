/** The way to 更正 in the row of an entry, and what became of one that is not with the community yet. */
import { Text, View } from '@tarojs/components'
import { indicatorOf } from '#contract/work/indicators'
import { TextLink } from '../../../components/text-link'
import { letGo } from '../../../stores/queue/queue-of-phone'
import type { InQueue } from '../../../stores/queue/queued-record'
import type { LoggedEntry } from '../../../stores/work'
import { whyRefused } from '../queue-words'
import css from './logged-today.module.scss'

/** `pending`: the correction of this entry that waits, or was refused. */
interface Props { entry: LoggedEntry; pending: InQueue | null; onOpen: () => void }

export function CorrectAct({ entry, pending, onOpen }: Props) {
  if (pending && pending.state !== 'refused') return <Text>更正待上传</Text>
  return (
    <>
      {pending && <Text className={css.warn}>更正没有记下：{whyRefused(pending)}</Text>}
      {pending && <View className={css.link}><TextLink onPress={() => letGo(pending.input.recordId)}>知道了</TextLink></View>}
      <View className={css.link}><TextLink label={`更正，${indicatorOf(entry.indicator).act}`} onPress={onOpen}>更正</TextLink></View>
    </>
  )
}
