/** The fields of a 主题月. */
import { View } from '@tarojs/components'
import type { CampaignBrief } from '#contract/events/campaign'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Lines } from '../../../components/lines'
import { PlainButton } from '../../../components/plain-button'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { ChoiceRow } from '../../choice-row'
import css from '../event-new/event-fields.module.scss'
import { MomentEntry } from '../event-new/moment-entry'
import { mostLists, newList, type CampaignForm, type TypedList, type Wrong } from './campaign-form'
import { words } from './wording'

interface Props { form: CampaignForm; wrong: Wrong; parents: readonly CampaignBrief[]; onChange(part: Partial<CampaignForm>): void }

export function CampaignFields({ form, wrong, parents, onChange }: Props) {
  const change = (index: number, part: Partial<TypedList>) => onChange({ lists: form.lists.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <View>
      <TextField label={words.name} value={form.name} placeholder={words.nameHint} maxLength={30} wrong={wrong.name ?? null} onChange={(name) => onChange({ name })} />
      <TextField label={words.ordinal} value={form.ordinal} placeholder={words.ordinalHint} maxLength={12} wrong={wrong.ordinal ?? null} onChange={(ordinal) => onChange({ ordinal })} />
      <TextField label={words.theme} value={form.theme} maxLength={60} wrong={wrong.theme ?? null} onChange={(theme) => onChange({ theme })} />
      <View className={css.pair}>
        <View className={css.half}><Heading as="label">{words.from}</Heading><MomentEntry mode="date" label={words.from} value={form.from} onChange={(from) => onChange({ from })} /></View>
        <View className={css.half}><Heading as="label">{words.to}</Heading><MomentEntry mode="date" label={words.to} value={form.to} onChange={(to) => onChange({ to })} /></View>
      </View>
      {wrong.from !== undefined && <View className={css.wrong}><Icon name="attention" /><View>{wrong.from}</View></View>}
      {parents.length > 0 && (
        <>
          <Heading as="label">{words.parent}</Heading>
          <Lines>
            <ChoiceRow text={words.none} chosen={form.parentId === ''} onPress={() => onChange({ parentId: '' })} />
            {parents.slice(0, 10).map((one) => <ChoiceRow key={one.id} text={`${one.ordinal ?? ''}${one.name}`} note={one.unit.name} chosen={form.parentId === one.id} onPress={() => onChange({ parentId: one.id })} />)}
          </Lines>
        </>
      )}
      <TextField label={words.basis} value={form.basis} hint={words.basisHint} several maxLength={900} wrong={wrong.basis ?? null} onChange={(basis) => onChange({ basis })} />
      <TextField label={words.heads} value={form.heads} hint={words.officesHint} maxLength={200} wrong={wrong.leadingGroup ?? null} onChange={(heads) => onChange({ heads })} />
      <TextField label={words.deputies} value={form.deputies} maxLength={300} onChange={(deputies) => onChange({ deputies })} />
      <TextField label={words.members} value={form.members} maxLength={900} onChange={(members) => onChange({ members })} />
      {form.lists.map((list, index) => (
        <View key={list.id} className={css.question}>
          <Heading>{words.list(index + 1)}</Heading>
          <TextField label={words.listName} value={list.name} placeholder={words.listNameHint} maxLength={20} wrong={wrong[`list${index}`] ?? null} onChange={(name) => change(index, { name })} />
          <TextField label={words.items} value={list.items} several maxLength={2000} onChange={(items) => change(index, { items })} />
          <Heading as="label">{words.listOn}</Heading>
          <MomentEntry mode="date" label={words.listOn} value={list.on} onChange={(on) => change(index, { on })} />
          <TextLink label={`${words.dropList}，${words.list(index + 1)}`} onPress={() => onChange({ lists: form.lists.filter((_, at) => at !== index) })}>{words.dropList}</TextLink>
        </View>
      ))}
      {form.lists.length < mostLists && <View className={css.must}><PlainButton small onPress={() => onChange({ lists: [...form.lists, newList(form.lists, today())] })}>{words.addList}</PlainButton></View>}
    </View>
  )
}
