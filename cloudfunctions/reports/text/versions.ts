import { textVersions } from '../../../contract/reports/text'
import { findVersion, versionsOf } from '../../_shared/records/report-texts'
import { printsOf } from '../../_shared/rules/editing/blocks'
import type { Handler } from '../../_shared/serve'
import { draftOfMonth } from '../draft-of-month'
import { unitOfReport } from '../shown-report'
import { shownBlocks } from './written-text'

export const handleTextVersions: Handler<typeof textVersions> = async ({ unitId, month, n }, scene) => {
  const unit = await unitOfReport(textVersions.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const versions = (await versionsOf(unitId, month)).map(({ n: number, name, begunAt, at }) => ({ n: number, name, begunAt, at }))
  if (n === undefined) return { versions, blocks: null }
  const version = await findVersion(unitId, month, n)
  if (!version) return scene.refuse('no-such-version')
  const { report } = await draftOfMonth(unit, { month, now: scene.now })
  return { versions, blocks: shownBlocks(version.blocks, printsOf(report), scene.caller.personKey) }
}
