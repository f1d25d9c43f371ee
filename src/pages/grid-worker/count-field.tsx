/** How many people: by steps or typed. What was typed is never changed by itself; what is wrong with it stands under it. */
import { View } from '@tarojs/components'
import { Notice } from '../../components/notice'
import { Stepper } from '../../components/stepper'
import { peopleOf } from './people-typed'

interface Props { label: string; text: string; max: number; onChange(text: string): void }

export function CountField({ label, text, max, onChange }: Props) {
  const people = peopleOf(text, max)
  return (
    <View>
      <Stepper label={label} unit="人" value={/^\d+$/.test(text.trim()) ? Number(text) : 0} min={1} max={max} text={text} onType={onChange} onChange={(n) => onChange(String(n))} />
      {typeof people === 'object' && <Notice tone="attention">{people.wrong}</Notice>}
    </View>
  )
}
