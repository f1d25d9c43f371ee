/** 林主任 and 小陈 have done a little of everything: a change, photos, answers, somebody at the door, a suggestion that waits. */
import { randomUUID } from 'node:crypto'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { changeEvent } from '../../contract/events/change'
import { addFace } from '../../contract/people/add-face'
import { register } from '../../contract/registrations/register'
import { setProfileLine } from '../../contract/units/profile'
import { importFigure } from '../../contract/work/imported'
import { logWork } from '../../contract/work/log'
import { sendSuggestion } from '../../contract/suggestions/send'
import type { OpenWorld } from '../../emulator/world/open-world'
import { greyJpeg, sendPhoto } from '../photo'
import { told } from './lived-in'

type Picture = (width: number, height: number, mark: string) => Buffer

export async function workIn(world: OpenWorld, picture: Picture = greyJpeg): Promise<void> {
  const cloud = world.cloud
  await told(world.call('lin', changeEvent, { recordId: randomUUID(), eventId: 'talk-winter', seen: 0, placeName: '社区文化中心二楼会议室' }))
  await cloud.invoke('notices', { source: 'timer' })
  await told(world.call('li', register, { recordId: randomUUID(), eventId: 'opera-evening', sessionIds: ['opera-evening-s1'], partySize: 2, callName: '老李', building: '5号楼', phone: '13800001234' }))
  for (const [callName, building] of [['王奶奶', '2号楼'], ['欧阳爷爷', '12号楼3单元'], ['赵大妈', undefined]] as const) await told(world.call('li', addFace, { callName, ...(building !== undefined && { building }) }))
  await told(world.call('li', sendSuggestion, { recordId: randomUUID(), unitId: 'yuyin', text: '东门的路灯，晚上还是不亮', callName: '老李' }))
  await told(world.call('lin', importFigure, { recordId: randomUUID(), unitId: 'yuyin', indicator: 'columns_run', period: '2026-08', rev: 0, hundredths: 600, softness: 'about', source: { kind: 'paper', name: '2025 年台账和宣传栏更换登记本' }, overlap: 'apart' }))
  for (const [lineId, value] of [['intro', { kind: 'text', text: '老城里的社区，两个小区挨着，中间一个小广场。' }], ['people', { kind: 'number', hundredths: 320_000 }], ['people_60', { kind: 'number', hundredths: 91_000 }], ['people_80', { kind: 'number', hundredths: 700 }], ['share_60', { kind: 'percent', part: 'people_60', whole: 'people' }], ['venues', { kind: 'list', items: ['社区文化中心一楼大厅', '小广场', '河边长廊'] }], ['founded_on', { kind: 'date', on: '2003-06-01' }]] as const) {
    await told(world.call('lin', setProfileLine, { recordId: randomUUID(), unitId: 'yuyin', lineId, rev: 0, value: value.kind === 'list' ? { ...value, items: [...value.items] } : value, asOf: '2026-11-01' }))
  }
  // A nought too many for what is usual there.
  for (const [on, quantity] of [['2026-08-10', 80], ['2026-09-10', 90], ['2026-10-10', 100], ['2026-11-10', 9000]] as const) {
    await told(world.call('chen', logWork, { recordId: randomUUID(), indicator: 'leaflets_given', quantity, softness: 'exact', on, unitId: 'yuyin-3', at: '2026-11-27T10:15:00.000Z', offsetMs: 0 }))
  }
  const tonight = randomUUID()
  await sendPhoto(world, 'chen', { what: 'event', eventId: 'opera-evening' }, { recordId: tonight, bytes: picture(1200, 900, tonight), source: 'in-app', takenAt: '2026-11-27T10:15:00.000Z' })
  const found = [null, 'pass', 'risky', 'lost'] as const
  for (const [index, finding] of found.entries()) {
    const recordId = randomUUID()
    const [width, height] = index % 2 === 0 ? [900, 1200] : [1200, 900]
    const photoId = await sendPhoto(world, 'chen', { what: 'event', eventId: 'autumn-games' }, { recordId, bytes: picture(width, height, recordId), source: index === 1 ? 'album' : 'in-app', takenAt: '2026-11-14T02:10:00.000Z' })
    if (finding === null) continue
    await told(world.call('lin', makePhotoPublic, { eventId: 'autumn-games', photoId, public: true, noChildSeen: true }))
    await cloud.deliverPushes(finding)
  }
}
