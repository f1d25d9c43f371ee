/** One line is written: what stands fixed is told, the rest typed. A refusal keeps what was typed. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ProfileLine } from '#contract/units/profile'
import { standardLines, type LineKind } from '#contract/units/profile-lines'
import { Choices } from '../../../components/choices'
import { Heading } from '../../../components/heading'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { setLine } from '../../../stores/profile'
import { MomentEntry } from '../event-new/moment-entry'
import css from './index.module.scss'
import { checkLine, formOf, type LineForm, type Of } from './line-form'
import { kinds, setRefusals, words } from './wording'

interface Props { of: Of | null; unitId: string; lines: readonly ProfileLine[]; onClose(): void; onDone(): void }

const keyOf = (of: Of | null) => (of === null ? '' : 'line' in of ? `${of.line.id} ${of.line.rev}` : 'standard' in of ? of.standard.id : of.ownId)

export function LineSheet({ of, unitId, lines, onClose, onDone }: Props) {
  const [form, setForm] = useState<LineForm | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => { setForm(of && formOf(of, today())); setWrong(null) }, [keyOf(of)])
  const change = (part: Partial<LineForm>) => { if (form) setForm({ ...form, ...part }); setWrong(null) }
  const send = async (withdrawn: boolean) => {
    if (!of || !form) return
    const checked = checkLine(form, of, unitId)
    // What is taken away need not be typed anew.
    const standing = 'line' in of && withdrawn && !checked.ok && of.line.value.kind === 'number' ? checkLine({ ...form, number: '0' }, of, unitId) : checked
    if (!standing.ok) return setWrong(standing.wrong)
    setBusy(true)
    const answer = await setLine({ ...standing.said, ...(withdrawn && { withdrawn }) })
    setBusy(false)
    if (!answer.ok) return setWrong(wordsOf(answer, setRefusals))
    onDone()
  }
  const isOwn = of !== null && ('ownId' in of || ('line' in of && of.line.own))
  const numbers = [
    ...standardLines.filter(({ kind }) => kind === 'number').map(({ id, name }) => ({ key: id, text: name })),
    ...lines.filter((one) => one.own && one.value.kind === 'number').map(({ id, name }) => ({ key: id, text: name })),
  ]
  return (
    <Sheet open={of !== null} title={of !== null && 'ownId' in of ? words.add : form?.name ?? ''} onClose={onClose} foot={form && <MainButton busy={busy && words.saving} onPress={() => void send(false)}>{words.save}</MainButton>}>
      {of && form && (
        <View>
          {isOwn && <TextField label={words.name} value={form.name} maxLength={20} onChange={(name) => change({ name })} />}
          {'ownId' in of && <><Heading as="label">{words.kind}</Heading><Choices label={words.kind} items={(Object.keys(kinds) as LineKind[]).map((key) => ({ key, text: kinds[key] }))} chosen={form.kind} onChange={(kind) => change({ kind })} /></>}
          {form.kind === 'number' && (
            <>
              {isOwn && <TextField label={words.unit} value={form.unit} maxLength={6} onChange={(unit) => change({ unit })} />}
              <TextField label={words.number(form.unit)} value={form.number} keys="decimal" maxLength={13} {...('line' in of && of.line.value.kind === 'number' && of.line.value.few && { hint: words.fewNote })} onChange={(number) => change({ number })} />
            </>
          )}
          {form.kind === 'date' && <><Heading as="label">{words.day}</Heading><MomentEntry mode="date" label={words.day} value={form.on} onChange={(on) => change({ on })} /></>}
          {form.kind === 'text' && <TextField label={words.text} value={form.text} several maxLength={500} onChange={(text) => change({ text })} />}
          {form.kind === 'list' && <TextField label={words.list} value={form.items} several maxLength={820} onChange={(items) => change({ items })} />}
          {form.kind === 'percent' && <View className={css.says}>{words.percentNote}</View>}
          {form.kind === 'percent' && isOwn && (
            <>
              <Heading as="label">{words.part}</Heading><Choices label={words.part} items={numbers} chosen={form.part === '' ? null : form.part} onChange={(part) => change({ part })} />
              <Heading as="label">{words.whole}</Heading><Choices label={words.whole} items={numbers} chosen={form.whole === '' ? null : form.whole} onChange={(whole) => change({ whole })} />
            </>
          )}
          {form.kind !== 'percent' && <><Heading as="label">{words.asOfLabel}</Heading><MomentEntry mode="date" label={words.asOfLabel} value={form.asOf} onChange={(asOf) => change({ asOf })} /></>}
          {wrong !== null && <View className={css.trouble}><Notice tone="attention">{wrong}</Notice></View>}
          {'line' in of && <View className={css.trouble}><View className={css.says}>{words.withdrawNote}</View><TextLink onPress={() => void send(true)}>{words.withdraw}</TextLink></View>}
        </View>
      )}
    </Sheet>
  )
}
