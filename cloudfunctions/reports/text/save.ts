import { saveText, type Change } from '../../../contract/reports/text'
import { editText } from '../../_shared/records/report-texts'
import { instant } from '../../_shared/rules/calendar'
import type { Handler } from '../../_shared/serve'
import { draftOfMonth } from '../draft-of-month'
import { unitOfReport } from '../shown-report'
import { writtenText } from './written-text'

export const handleSaveText: Handler<typeof saveText> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const { recordId, month, changes } = input
  const unit = await unitOfReport(saveText.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  if (unit.level === 'grid') return refuse('no-report-of-a-grid')
  const saved = await editText({ call: saveText.name, unit, month, recordId, by: caller.personKey, at: instant(now), changes })
  if (typeof saved === 'string') return refuse(saved)
  // Asked now, for WeChat judges only who was here a moment ago; a draft is kept whatever it says.
  const [isFine, { report }] = await Promise.all([caller.mayWrite(wordsIn(changes), 'comment'), draftOfMonth(unit, { month, now })])
  return { ...writtenText({ unit, text: saved.text, report, me: caller.personKey }), conflicts: saved.conflicts, warned: !isFine }
}

function wordsIn(changes: readonly Change[]): string[] {
  return changes.map(({ runs }) => (runs ?? []).map((run) => ('text' in run ? run.text : '')).join(''))
}
