import { eventsToTell } from '../../../contract/reports/text'
import { eventsTold } from '../../_shared/rules/report/event-sentences'
import { materialOf } from '../../_shared/rules/report/material'
import { partsNamed } from '../../_shared/rules/report/sections'
import { tokensOf } from '../../_shared/rules/report/tokens'
import type { Handler } from '../../_shared/serve'
import { draftOfMonth } from '../draft-of-month'
import { unitOfReport } from '../shown-report'

export const handleEventsToTell: Handler<typeof eventsToTell> = async ({ unitId, month, partId }, scene) => {
  const unit = await unitOfReport(eventsToTell.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const { source, report } = await draftOfMonth(unit, { month, now: scene.now })
  const material = materialOf(source)
  const parts = partsNamed(material, material.held.map(({ event }) => event.path))
  const asked = partId ?? (parts.length === 1 ? parts[0]!.id : null)
  const prints = new Map(tokensOf(report).map(({ name, print }) => [name, print]))
  return { parts, events: eventsTold(material, prints).filter((one) => one.partId === asked).map(({ partId: _, ...event }) => event) }
}
