/** What was held in the month, a sentence each: whoever writes chooses which of them the text tells. Above a community, by the unit that held it. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Press } from '../../../components/press'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import { wordsOf } from '../../../stores/failure-words'
import { useEventsToTell, type Runs } from '../../../stores/report-text'
import { BlockText } from './block-text'
import styles from './index.module.scss'
import { eventsRefusals, words } from './wording'

interface Props { open: boolean; unitId: string; month: string; onChoose(runs: Runs): void; onClose(): void }

export function EventsSheet({ open, unitId, month, onChoose, onClose }: Props) {
  const { input, value, failed, load } = useEventsToTell()
  const [partId, setPartId] = useState<string | null>(null)
  const ask = () => { if (open) void load({ unitId, month, ...(partId !== null && { partId }) }) }
  useEffect(ask, [open, unitId, month, partId])
  const close = () => { setPartId(null); onClose() }
  const isAsked = input?.unitId === unitId && input.month === month && (input.partId ?? null) === partId
  const shown = isAsked ? value : null
  const chooses = shown !== null && partId === null && shown.parts.length > 1
  const part = shown?.parts.find(({ id }) => id === partId)
  return (
    <Sheet open={open} title={part ? words.eventsOf(part.name) : words.tell} step={String(partId)} onClose={close}>
      {isAsked && failed !== null && <><View className={styles.note}>{wordsOf(failed, eventsRefusals)}</View><TextLink onPress={ask}>{words.askAgain}</TextLink></>}
      {shown === null && !(isAsked && failed !== null) && <View className={styles.note}>{words.loadingEvents}</View>}
      {shown?.parts.length === 0 && <View className={styles.note}>{words.noEvents}</View>}
      {chooses && shown.parts.map(({ id, name }) => <Press key={id} className={styles.choice} label={words.eventsOf(name)} onPress={() => setPartId(id)}>{name}</Press>)}
      {!chooses && shown?.events.map(({ eventId, title, runs }) => (
        <Press key={eventId} className={styles.choice} label={words.tellThis(title)} onPress={() => { onChoose(runs); close() }}><View className={styles.words}><BlockText runs={runs} /></View></Press>
      ))}
      {partId !== null && <TextLink onPress={() => setPartId(null)}>{words.otherPart}</TextLink>}
    </Sheet>
  )
}
