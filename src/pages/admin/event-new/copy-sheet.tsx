/** 照着办过的办: which one. */
import { useEffect } from 'react'
import { eventKinds } from '#contract/events/kinds'
import { Lines } from '../../../components/lines'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { Skeleton } from '../../../components/skeleton'
import { usePastHosted } from '../../../stores/hosted-events'
import { ChoiceRow } from '../../choice-row'
import { dayWords } from '../figures/months'
import { words } from './wording'

interface Props { open: boolean; unitId: string; onClose(): void; onChoose(eventId: string): void }

export function CopySheet({ open, unitId, onClose, onChoose }: Props) {
  const { value, failed, load } = usePastHosted()
  useEffect(() => { if (open) void load({ hosts: [unitId] }) }, [open, unitId])
  const events = value?.events ?? []
  return (
    <Sheet open={open} title={words.copyTitle} onClose={onClose}>
      {failed && <Notice tone="attention">{words.copyFailed}</Notice>}
      {value === null && !failed && <Skeleton shape="lines" />}
      {value && events.length === 0 && <Notice>{words.copyNone}</Notice>}
      <Lines>{events.map((event) => <ChoiceRow key={event.id} text={event.title} note={`${eventKinds[event.kind].zh}，${dayWords(event.firstOn)}`} chosen={false} onPress={() => onChoose(event.id)} />)}</Lines>
    </Sheet>
  )
}
