/** A figure on its way: what is typed, its file, the question whether records are the same, and saving. */
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Importable, ImportedView } from '#contract/work/imported'
import type { ChosenFile } from '../../../platform/chosen-file'
import { today } from '../../../stores/calendar'
import { wordsOf } from '../../../stores/failure-words'
import { bringOver, emptyImported, importedDraft, useImported, type ImportedForm } from '../../../stores/imported'
import { plainNumber } from '../imported/periods'
import { refusals } from '../imported/wording'
import { correctedOf } from './address'
import { checkImported, type Field } from './check-form'
import { words } from './wording'

const useDraft = importedDraft(today)

function formOf(one: ImportedView): ImportedForm {
  const { period } = one
  const shape = period.length === 4 ? 'year' : period[5] === 'Q' ? 'quarter' : 'month'
  const part = shape === 'year' ? 1 : Number(period.slice(shape === 'quarter' ? 6 : 5, 7))
  return { ...emptyImported(today()), indicator: one.indicator, shape, year: period.slice(0, 4), part, number: plainNumber(one.hundredths), softness: one.softness, kind: one.source.kind, from: one.source.name, reason: '' }
}

export function useEdit(unitId: string | null) {
  const { params } = useRouter()
  const corrected = correctedOf(params)
  const year = params['year'] ?? today().slice(0, 4)
  const { value, failed, load } = useImported()
  const draft = useDraft()
  const [own, setOwn] = useState<ImportedForm | null>(null)
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({})
  /** null: not asked; '': asked and not answered. */
  const [overlap, setOverlap] = useState<'apart' | 'same' | '' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const scopeId = corrected?.unitId ?? unitId
  useEffect(() => { if (scopeId !== null && (value === null || corrected !== null)) void load({ unitId: scopeId, year }) }, [scopeId])

  const one = corrected && (value?.figures.find((figure) => figure.unit.id === corrected.unitId && figure.indicator === corrected.indicator && figure.period === corrected.period) ?? null)
  const form = corrected ? own ?? (one && formOf(one)) : draft.form
  const choice: Importable | null = value?.choices.find(({ name }) => name === form?.indicator) ?? null
  // A withdrawn one begins anew, with no reason to be given.
  const rev = one && !one.withdrawn ? one.rev : 0
  const change = (part: Partial<ImportedForm>) => {
    if (part.indicator !== undefined || part.shape !== undefined || part.part !== undefined || part.year !== undefined) setOverlap(null)
    setSaid(null)
    if (corrected) { if (form) setOwn({ ...form, ...part }) } else draft.change(part)
  }
  const send = async (withdrawn: boolean) => {
    if (scopeId === null || !form) return
    if (overlap === '' && !withdrawn) return setSaid(words.answerMissing)
    const checked = checkImported(form, { unitId: scopeId, choice, rev, thisYear: Number(today().slice(0, 4)), overlap: overlap || (one?.overlap ?? null) })
    setWrong(checked.ok ? {} : checked.errors)
    setSaid(checked.ok ? null : words.fix)
    if (!checked.ok) return
    setBusy(true)
    const answer = await bringOver({ ...checked.said, ...(withdrawn && { withdrawn }) }, withdrawn ? null : file)
    setBusy(false)
    if (!answer.ok) {
      if (answer.failure === 'also-recorded') { setOverlap(''); return setSaid(null) }
      return setSaid(wordsOf(answer, refusals))
    }
    if (!corrected) draft.startAgain()
    void Taro.showToast({ title: answer.value.outcome === 'correction' ? words.late : words.saved, icon: 'none' })
    void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: '/pages/admin/imported/index' }))
  }
  return { corrected, one, form, choice, choices: value?.choices ?? null, failed: value === null ? failed : null, again: () => { if (scopeId !== null) void load({ unitId: scopeId, year }) }, rev, file, setFile, wrong, overlap, setOverlap, said, setSaid, busy, change, send }
}
