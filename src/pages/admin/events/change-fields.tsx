import { Heading } from '../../../components/heading'
import { TextField } from '../../../components/text-field'
import { useIsLargeType } from '../../../theme/type-size'
import { MomentEntry } from '../event-new/moment-entry'
import type { ChangeForm, Field } from './change-form'
import { changeWords as words } from './change-wording'

interface Props { form: ChangeForm; named: boolean; errors: Partial<Record<Field, string>>; onChange(part: Partial<ChangeForm>): void }

export function ChangeFields({ form, named, errors, onChange }: Props) {
  // In large type what stands there is longer than a line. It is one sentence all the same.
  const several = useIsLargeType()
  const line = (typed: string) => typed.replace(/\n/g, '')
  return (
    <>
      <TextField label={words.place} value={form.placeName} maxLength={40} wrong={errors.placeName ?? null} several={several} onChange={(typed) => onChange({ placeName: line(typed) })} />
      <TextField label={words.placeNote} value={form.placeNote} maxLength={60} wrong={errors.placeNote ?? null} several={several} onChange={(typed) => onChange({ placeNote: line(typed) })} />
      <Heading as="label">{words.on}</Heading>
      <MomentEntry mode="date" label={words.on} value={form.on} onChange={(on) => onChange({ on })} />
      <Heading as="label">{words.starts}</Heading>
      <MomentEntry mode="time" label={words.starts} value={form.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
      <Heading as="label">{words.ends}</Heading>
      <MomentEntry mode="time" label={words.ends} value={form.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
      {named && <TextField label={words.capacity} value={form.capacity} keys="number" maxLength={4} wrong={errors.capacity ?? null} onChange={(capacity) => onChange({ capacity })} />}
      <TextField label={words.bring} value={form.bring} maxLength={80} wrong={errors.bring ?? null} several={several} onChange={(typed) => onChange({ bring: line(typed) })} />
    </>
  )
}
