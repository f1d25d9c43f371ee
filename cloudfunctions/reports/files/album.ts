import { albumVolume, photosAVolume } from '../../../contract/reports/album'
import { indicatorOf, type IndicatorName } from '../../../contract/work/indicators'
import type { PhotoRecord } from '../../_shared/records/facts'
import { photosOfMonth } from '../../_shared/records/photos'
import type { UnitRecord } from '../../_shared/records/units'
import { monthZh } from '../../_shared/rules/report/words-of-scope'
import type { Handler } from '../../_shared/serve'
import { albumOf, type Album } from '../document/album'
import { askedReport, unitOfReport, type Shown } from '../shown-report'
import { takePassing } from '../take-file'
import { readPhotos, takenWords } from './read-photos'
import { codeOfReport } from './report-code'

export const handleAlbum: Handler<typeof albumVolume> = async ({ unitId, month, volume }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(albumVolume.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const shown = await askedReport(unit, { unitId, month }, now)
  if (typeof shown === 'string') return refuse('unit-not-found')
  const made = await makeVolume(unit, shown, { volume, codeOf: codeOfReport })
  if (typeof made === 'string') return refuse(made)
  const { bytes, volumes, photos, title } = made
  return { ...(await takePassing({ call: albumVolume.name, by: caller.personKey, unitPath: unit.path, facts: { unitId: unit._id, month, volume }, now, title: `${title} 第${volume}册`, bytes })), volumes, photos }
}

interface Volume { bytes: Buffer; volumes: number; photos: number; title: string }

/** `codeOf`: where the code of the report comes from. */
export async function makeVolume(unit: UnitRecord, shown: Shown, { volume, codeOf }: { volume: number; codeOf: typeof codeOfReport }): Promise<Volume | 'no-photos' | 'no-such-volume'> {
  const { month } = shown.report
  const subjects = subjectsOf(shown)
  const all = byDay(await photosOfMonth([...subjects.keys()]), subjects)
  if (all.length === 0) return 'no-photos'
  const volumes = Math.ceil(all.length / photosAVolume)
  if (volume > volumes) return 'no-such-volume'
  const from = (volume - 1) * photosAVolume
  const photos = all.slice(from, from + photosAVolume)
  const title = `${unit.name}${monthZh(month)}佐证照片`
  const album: Album = { title, unitName: unit.name, month, which: `第${volume}册，共${volumes}册，照片${from + 1}至${from + photos.length}，共${all.length}张`, groups: await groupsOf(photos, subjects, from) }
  return { bytes: await albumOf(album, await codeOf(shown.report)), volumes, photos: all.length, title }
}

interface Subject { on: string; heading: string }

/** What the photos of the month are tied to, by id: each event once, on the day of its first session of the month. */
function subjectsOf({ report, month }: Shown): Map<string, Subject> {
  const subjects = new Map<string, Subject>()
  const dayZh = (on: string) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
  for (const { eventId, on, title, placeName, hostUnitName } of report.events) if (!subjects.has(eventId)) subjects.set(eventId, { on, heading: `${dayZh(on)}　${title}（${hostUnitName}，${placeName}）` })
  for (const { _id, on, indicator } of month.entries) subjects.set(_id, { on, heading: `${dayZh(on)}　${indicatorOf(indicator as IndicatorName).zh}` })
  return subjects
}

const subjectIdOf = ({ eventId, entryId }: PhotoRecord) => eventId ?? entryId ?? ''

function byDay(photos: readonly PhotoRecord[], subjects: ReadonlyMap<string, Subject>): PhotoRecord[] {
  const keyOf = (photo: PhotoRecord) => `${subjects.get(subjectIdOf(photo))?.on ?? ''} ${subjectIdOf(photo)} ${photo.savedAt} ${photo._id}`
  return [...photos].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

async function groupsOf(photos: readonly PhotoRecord[], subjects: ReadonlyMap<string, Subject>, from: number): Promise<Album['groups']> {
  const numbers = new Map(photos.map(({ _id }, index) => [_id, from + index + 1]))
  const read = await readPhotos(photos, (photo) => [`${numbers.get(photo._id) ?? ''}　${takenWords(photo)}`, `校验码 ${photo.sha256.slice(0, 16)}`])
  const ids = [...new Set(photos.map(subjectIdOf))]
  return ids.map((id) => ({ heading: subjects.get(id)?.heading ?? '', photos: read.filter((_, index) => subjectIdOf(photos[index]!) === id) }))
}
