/** What was done: the six that are logged most here, and all of them in a sheet by section. */
import { useState } from 'react'
import { indicatorNames, indicatorOf, type IndicatorName } from '#contract/work/indicators'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { Lines } from '../../../components/lines'
import { Sheet } from '../../../components/sheet'
import { TextLink } from '../../../components/text-link'
import { mostUsed, useUsual } from '../../../stores/usual-indicators'
import { ChoiceRow } from '../../choice-row'
import { sections } from './entry-form'

export function IndicatorChoice({ chosen, onChange }: { chosen: IndicatorName | null; onChange: (name: IndicatorName) => void }) {
  const [open, setOpen] = useState(false)
  const usual = mostUsed(useUsual(({ counts }) => counts))
  const first = chosen === null || usual.includes(chosen) ? usual : [chosen, ...usual.slice(0, 5)]
  const choose = (name: IndicatorName) => { setOpen(false); onChange(name) }
  return (
    <>
      <Heading as="label" aside={<TextLink onPress={() => setOpen(true)}>{`全部 ${indicatorNames.length} 项`}</TextLink>}>做了什么</Heading>
      <Choices label="做了什么" items={first.map((key) => ({ key, text: indicatorOf(key).act }))} chosen={chosen} onChange={onChange} />
      <Sheet open={open} title="做了什么" onClose={() => setOpen(false)}>
        {sections.map(({ title, names }) => (
          <Lines key={title}>
            <Heading as="label">{title}</Heading>
            {names.map((name) => <ChoiceRow key={name} text={indicatorOf(name).act} note={indicatorOf(name).unit} chosen={name === chosen} onPress={() => choose(name)} />)}
          </Lines>
        ))}
      </Sheet>
    </>
  )
}
