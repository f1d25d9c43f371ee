/** Who is not known to have seen the last change: whom to call, those first whom WeChat did not reach. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { TextLink } from '../../../components/text-link'
import { useUnseenChange } from '../../../stores/event-changes'
import { wordsOf } from '../../../stores/failure-words'
import { PhoneSheet } from '../../grid-worker/roster/phone-sheet'
import styles from './event-line.module.scss'
import { changeWords as words, unseenRefusals } from './change-wording'

export function UnseenSheet({ eventId, onClose }: { eventId: string; onClose(): void }) {
  const { value, failed, loading, load } = useUnseenChange()
  const [calling, setCalling] = useState<{ personKey: string; callName: string } | null>(null)
  useEffect(() => { void load({ eventId }) }, [eventId])
  if (calling) return <PhoneSheet row={calling} eventId={eventId} onClose={() => setCalling(null)} />
  return (
    <Sheet open title={words.unseenTitle} onClose={onClose}>
      {failed && <Notice tone="attention">{wordsOf(failed, unseenRefusals)}</Notice>}
      {loading && value === null && <Skeleton shape="lines" />}
      {value?.change && <View className={styles.note}>{words.unseenNote(value.change.what)}</View>}
      {value?.telling && <View className={styles.note}>{words.stillTelling}</View>}
      {value && !value.telling && value.people.length === 0 && <Notice tone="done">{words.everybodySaw}</Notice>}
      <Lines>
        {(value?.people ?? []).map(({ personKey, callName, building, phone, carried }) => (
          <View key={personKey} className={styles.line}>
            <View className={styles.what}>
              <View className={styles.title}>{building === null ? callName : `${callName}，${building}`}</View>
              <View className={styles.note}>{carried ? words.carried : words.notCarried}，{phone ?? words.noPhone}</View>
            </View>
            {phone !== null && <View className={styles.acts}><TextLink label={`${words.call}：${callName}`} onPress={() => setCalling({ personKey, callName })}>{words.call}</TextLink></View>}
          </View>
        ))}
      </Lines>
      {value?.more && <View className={styles.note}>{words.onlyThese}</View>}
    </Sheet>
  )
}
