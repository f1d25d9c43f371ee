/** 退回 with remarks, each on a sentence, a section or the whole. What was typed stays through a refusal and through closing the sheet. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Report } from '#contract/reports/report'
import type { SectionKind } from '#contract/reports/section-kind'
import { Chips } from '../../../components/chips'
import { MainButton } from '../../../components/main-button'
import { Sheet } from '../../../components/sheet'
import { TextField } from '../../../components/text-field'
import { TextLink } from '../../../components/text-link'
import { ChoiceRow } from '../../choice-row'
import { textOfRun } from './report-text'
import { Remarks } from './remarks'
import css from './way-up.module.scss'
import { sectionNames, words } from './wording'

export interface Remarked { section: SectionKind | null; quote: string | null; text: string }
interface Props { open: boolean; report: Report; /** The refusal in words, or null: sent. */ onSend(remarks: Remarked[]): Promise<string | null>; onClose(): void }
type Part = SectionKind | 'whole'

const mostRemarks = 10
const empty = { part: 'whole' as Part, quote: null as string | null, text: '' }

export function SendBackSheet({ open, report, onSend, onClose }: Props) {
  const [written, setWritten] = useState<Remarked[]>([])
  const [now, setNow] = useState(empty)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const section = report.sections.find(({ kind }) => kind === now.part)
  const current = (): Remarked => ({ section: now.part === 'whole' ? null : now.part, quote: now.quote, text: now.text.trim() })

  const add = () => {
    if (now.text.trim() === '') return setWrong(words.remarkMissing)
    setWritten([...written, current()])
    setNow(empty)
  }
  const send = async () => {
    const remarks = now.text.trim() === '' ? written : [...written, current()]
    if (remarks.length === 0) return setWrong(words.remarkMissing)
    setBusy(true)
    const refused = await onSend(remarks)
    setBusy(false)
    if (refused !== null) return setWrong(refused)
    setWritten([])
    setNow(empty)
  }
  return (
    <Sheet open={open} title={words.sendBackTitle} onClose={onClose} foot={<MainButton busy={busy && words.sending} onPress={() => void send()}>{words.sendBack}</MainButton>}>
      {written.length > 0 && <Remarks remarks={written} />}
      {written.length > 0 && <TextLink onPress={() => setWritten(written.slice(0, -1))}>{words.dropRemark}</TextLink>}
      <Chips
        label={words.remarkAt}
        items={[{ key: 'whole' as Part, text: words.whole }, ...report.sections.map(({ kind }) => ({ key: kind as Part, text: sectionNames[kind] }))]}
        chosen={now.part}
        onChange={(part) => setNow({ ...now, part, quote: null })}
      />
      {section && <View>{sentencesOf(section).map((sentence) => <ChoiceRow key={sentence} text={sentence} chosen={now.quote === sentence} onPress={() => setNow({ ...now, quote: now.quote === sentence ? null : sentence })} />)}</View>}
      <TextField label={words.remark} value={now.text} several maxLength={300} hint={words.remarkHint} wrong={wrong} onChange={(text) => { setNow({ ...now, text }); setWrong(null) }} />
      {written.length < mostRemarks - 1 && <View className={css.bar}><TextLink onPress={add}>{words.addRemark}</TextLink></View>}
    </Sheet>
  )
}

/** Each once, cut to what a remark can quote. */
function sentencesOf({ paragraphs }: Report['sections'][number]): string[] {
  const sentences = paragraphs.flatMap((runs) => runs.map(textOfRun).join('').match(/[^。！？]+[。！？]?/g) ?? [])
  return [...new Set(sentences.map((sentence) => (sentence.length > 100 ? `${sentence.slice(0, 99)}…` : sentence)))]
}
