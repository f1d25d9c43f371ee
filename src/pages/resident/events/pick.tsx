/** The filters of large type: one button that says what is picked, and a sheet, for a row of them would fill a third of the first screen. */
import { useState } from 'react'
import { eventKinds, type EventKind } from '#contract/events/kinds'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { Sheet } from '../../../components/sheet'
import { ChoiceRow } from '../../choice-row'
import type { FilterProps } from './filters'
import { pickWords as words, pickedWords, rangesInFull, type Range } from './wording'

export function Pick({ range, onRange, kinds, kind, onKind }: FilterProps) {
  const [open, setOpen] = useState(false)
  const picked = pickedWords(range, kind && eventKinds[kind].zh)
  return (
    <>
      <PlainButton small label={picked === null ? words.button : `${words.button}，现在看的是${picked}`} onPress={() => setOpen(true)}>{picked === null ? words.button : `${words.button}：${picked}`}</PlainButton>
      <Sheet open={open} title={words.button} onClose={() => setOpen(false)} foot={<PlainButton fill strong onPress={() => setOpen(false)}>{words.done}</PlainButton>}>
        <Heading as="label">{words.days}</Heading>
        <Lines>{(Object.keys(rangesInFull) as Range[]).map((key) => <ChoiceRow key={key} text={rangesInFull[key]} chosen={key === range} onPress={() => onRange(key)} />)}</Lines>
        {kinds.length > 1 && (
          <>
            <Heading as="label">{words.kinds}</Heading>
            <Lines>{[null, ...kinds].map((key: EventKind | null) => <ChoiceRow key={key ?? 'all'} text={key === null ? words.all : eventKinds[key].zh} chosen={key === kind} onPress={() => onKind(key)} />)}</Lines>
          </>
        )}
      </Sheet>
    </>
  )
}
