/** What is done to one unit: first which act, then the act itself in the same sheet. A refusal keeps what was typed. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { TreeUnit } from '#contract/units/tree'
import type { UnitBrief } from '#contract/values'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { wordsOf } from '../../../stores/failure-words'
import { addBelow, levelBelow, move, rename, takeMoveBack } from '../../../stores/units'
import css from './index.module.scss'
import { MoveFields, type Destination } from './move-fields'
import { UnitActs } from './unit-acts'
import { addRefusals, moveRefusals, renameRefusals, words } from './wording'

export type Act = 'none' | 'choose' | 'add' | 'rename' | 'move'

interface Props { unit: TreeUnit | null; act: Act; communities: UnitBrief[]; onAct(act: Act): void; onClose(): void; onDone(said: string): void }

export function UnitSheet({ unit, act, communities, onAct, onClose, onDone }: Props) {
  const [name, setName] = useState('')
  const [destination, setDestination] = useState<Destination>({ to: null, from: null })
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (act === 'none') return
    setName(act === 'rename' ? unit?.name ?? '' : '')
    setDestination({ to: null, from: null })
    setWrong(null)
  }, [unit?.id, act])

  const level = unit && levelBelow(unit.level)
  /** What was typed stays until it is done. */
  const doing = async (what: () => Promise<string | null>, said: string) => {
    setBusy(true)
    const trouble = await what()
    setBusy(false)
    if (trouble === null) onDone(said)
    else setWrong(trouble)
  }
  const typed = name.trim()
  const addNow = async (parent: TreeUnit) => { const answer = await addBelow(parent, typed); return answer.ok ? null : wordsOf(answer, addRefusals) }
  const renameNow = async (one: TreeUnit) => { const answer = await rename(one, typed); return answer.ok ? null : wordsOf(answer, renameRefusals) }
  const moveNow = async (one: TreeUnit, to: string, from: string) => { const answer = await move(one.id, to, from); return answer.ok ? null : wordsOf(answer, moveRefusals) }
  const moveBack = async (one: TreeUnit) => { const answer = await takeMoveBack(one); return answer.ok ? null : wordsOf(answer, moveRefusals) }

  const press = () => {
    if (!unit) return
    if (act !== 'move') {
      if (typed === '') return setWrong(words.nameMissing)
      return void (act === 'add' ? doing(() => addNow(unit), words.added(typed)) : doing(() => renameNow(unit), words.renamed(typed)))
    }
    const { to, from } = destination
    if (to === null || from === null) return setWrong(words.moveMissing)
    void doing(() => moveNow(unit, to.id, from), words.moved(unit.name, to.name, from))
  }
  const texts = {
    none: { title: unit?.name ?? '', main: '', busy: '' },
    choose: { title: unit?.name ?? '', main: '', busy: '' },
    add: { title: unit && level ? words.addTo(level, unit.name) : '', main: words.addNow, busy: words.adding },
    rename: { title: words.rename, main: words.renameNow, busy: words.renaming },
    move: { title: words.moveTitle(unit?.name ?? ''), main: words.moveNow, busy: words.moving },
  }[act]
  return (
    <Sheet open={act !== 'none'} title={texts.title} onClose={onClose} {...(texts.main === '' ? {} : { foot: <MainButton busy={busy && texts.busy} onPress={press}>{texts.main}</MainButton> })}>
      {unit && act === 'choose' && (
        <UnitActs unit={unit} level={level} mayMove={communities.some(({ id }) => id !== unit.parentId)} busy={busy} onAct={onAct} onMoveBack={() => void doing(() => moveBack(unit), words.stays(unit.name))} />
      )}
      {unit && level && act === 'add' && <TextField label={words.nameOf(level)} value={name} maxLength={30} wrong={wrong} onChange={(value) => { setName(value); setWrong(null) }} onDone={press} />}
      {unit && act === 'rename' && <TextField label={words.nameOf(unit.level)} value={name} maxLength={30} wrong={wrong} hint={words.renameNote} onChange={(value) => { setName(value); setWrong(null) }} onDone={press} />}
      {unit && act === 'move' && <MoveFields unit={unit} communities={communities} chosen={destination} onChange={(part) => { setDestination({ ...destination, ...part }); setWrong(null) }} />}
      {wrong !== null && (act === 'move' || act === 'choose') && <View className={css.trouble}><Notice tone="attention">{wrong}</Notice></View>}
    </Sheet>
  )
}
