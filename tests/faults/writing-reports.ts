/** A month's report: taken along, handed in, returned, approved; and what its sweep mends. */
import { albumVolume } from '../../contract/reports/album'
import { approveReport } from '../../contract/reports/approve'
import { eventFile } from '../../contract/reports/event-file'
import { excelReport } from '../../contract/reports/excel'
import { sendBackReport } from '../../contract/reports/send-back'
import { submitReport } from '../../contract/reports/submit'
import { reportTemplate, saveTemplate } from '../../contract/reports/template'
import { beginText, restoreText, saveText } from '../../contract/reports/text'
import { wordReport } from '../../contract/reports/word'
import { logWork } from '../../contract/work/log'
import { walkIn } from '../../contract/attendance/walk-in'
import { greyJpeg, sendPhoto } from '../photo'
import { newRecordId, session, valueOf, type Evening } from '../functions/community-evening'
import { earlier, tapped, type WritingCall } from './writing-call'

const october = { unitId: 'yuyin', month: '2026-10' } as const
const logged = async (evening: Evening, on: string, indicator: 'banners_hung' | 'books_given' = 'banners_hung') =>
  void valueOf(await evening.call('chen', logWork, { recordId: newRecordId(), indicator, quantity: 3, softness: 'exact', on, unitId: 'yuyin-1', ...tapped }))

export async function submitted(evening: Evening): Promise<string> {
  await logged(evening, '2026-10-31')
  return valueOf(await evening.call('lin', submitReport, { recordId: newRecordId(), ...october, steps: 0, missing: [] })).hash
}

/** Somebody walked in in October and said a name. */
function nameAtTheDoor({ cloud }: Evening): void {
  cloud.db.insertMany('walk-ins', [{
    _id: 'october-walk-in', sessionId: 'october-s1', eventId: 'october', kind: 'talk', month: '2026-10', path: ['hewan', 'yuyin'], recordId: 'october-walk-in', people: 2, callName: '老孙',
    eraseOn: '2026-12-31', forgotten: false, at: earlier, source: 'tap', by: 'p-chen', undone: null,
  }])
}

/** The evening before, with three people from the street and a photo. */
async function heldWithPhoto(evening: Evening): Promise<string> {
  evening.cloud.clock.set('2026-11-25T10:20:00.000Z')
  const eventId = await evening.publish({ sessions: [session(-1)] })
  evening.cloud.clock.set('2026-11-26T11:30:00.000Z')
  valueOf(await evening.call('chen', walkIn, { recordId: newRecordId(), sessionId: `${eventId}-s1`, people: 3, source: 'tap', at: '2026-11-26T11:10:00.000Z', offsetMs: 0 }))
  const recordId = newRecordId()
  await sendPhoto(evening, 'chen', { what: 'event', eventId }, { recordId, bytes: greyJpeg(160, 120, recordId), takenAt: '2026-11-26T11:20:00.000Z' })
  evening.cloud.clock.set(earlier)
  return eventId
}

async function begun(evening: Evening): Promise<void> {
  await logged(evening, '2026-10-31')
  valueOf(await evening.call('lin', beginText, october))
}
const saved = (evening: Evening, id: string, base: number) => evening.call('lin', saveText, { recordId: newRecordId(), ...october, changes: [{ id, base, runs: [{ text: '改过。' }] }] })

export async function approvedOctober(evening: Evening): Promise<void> {
  valueOf(await evening.call('he', approveReport, { recordId: newRecordId(), ...october, hash: await submitted(evening) }))
}

/** Approved, and then a name at the door that should have gone with it. */
export async function closedOctober(evening: Evening): Promise<void> {
  await approvedOctober(evening)
  nameAtTheDoor(evening)
}

export const reportCalls: readonly WritingCall[] = [
  {
    call: 'reports/word', when: 'a month with work in it',
    async stage(evening) {
      await logged(evening, '2026-11-27')
      return () => evening.call('lin', wordReport, { unitId: 'yuyin', month: '2026-11' })
    },
  },
  {
    call: 'reports/excel', when: 'a month with work in it',
    async stage(evening) {
      await logged(evening, '2026-11-27')
      return () => evening.call('lin', excelReport, { unitId: 'yuyin', month: '2026-11' })
    },
  },
  {
    call: 'reports/event-file', when: 'an event with a photo and somebody who came',
    async stage(evening) {
      const eventId = await heldWithPhoto(evening)
      return () => evening.call('lin', eventFile, { eventId })
    },
  },
  {
    call: 'reports/album', when: 'a month with a photo in it',
    async stage(evening) {
      await heldWithPhoto(evening)
      return () => evening.call('lin', albumVolume, { unitId: 'yuyin', month: '2026-11', volume: 1 })
    },
  },
  {
    call: 'reports/submit', when: 'for the first time',
    async stage(evening) {
      await logged(evening, '2026-10-31')
      const input = { recordId: newRecordId(), ...october, steps: 0, missing: [] }
      return () => evening.call('lin', submitReport, input)
    },
  },
  {
    call: 'reports/submit', when: 'once more, with other figures',
    async stage(evening) {
      await submitted(evening)
      await logged(evening, '2026-10-30')
      const input = { recordId: newRecordId(), ...october, steps: 1, missing: [] }
      return () => evening.call('lin', submitReport, input)
    },
  },
  {
    call: 'reports/approve', when: 'which closes the month, with a name at the door',
    async stage(evening) {
      const hash = await submitted(evening)
      nameAtTheDoor(evening)
      const input = { recordId: newRecordId(), ...october, hash }
      return () => evening.call('he', approveReport, input)
    },
  },
  {
    call: 'reports/send-back', when: 'with remarks',
    async stage(evening) {
      const input = { recordId: newRecordId(), ...october, hash: await submitted(evening), remarks: [{ text: '写上在哪里' }] }
      return () => evening.call('he', sendBackReport, input)
    },
  },
  {
    call: 'reports/submit', when: 'with words that were edited',
    async stage(evening) {
      await begun(evening)
      valueOf(await saved(evening, 'publicity-1', 1))
      const input = { recordId: newRecordId(), ...october, steps: 0, missing: [] }
      return () => evening.call('lin', submitReport, input)
    },
  },
  {
    call: 'reports/begin-text', when: 'for the first time',
    async stage(evening) {
      await logged(evening, '2026-10-31')
      return () => evening.call('lin', beginText, october)
    },
  },
  {
    call: 'reports/begin-text', when: 'again, with other facts and nobody\'s hand on it',
    async stage(evening) {
      await begun(evening)
      await logged(evening, '2026-10-30', 'books_given')
      return () => evening.call('lin', beginText, october)
    },
  },
  {
    call: 'reports/save-text', when: 'a block changed, one added, one taken out',
    async stage(evening) {
      await begun(evening)
      const changes = [
        { id: 'publicity-1', base: 1, runs: [{ text: '横幅挂了' }, { figure: 'banners_hung' }, { text: '。' }] },
        { id: 'mine-1', base: 0, runs: [{ text: '添一句。' }], place: { section: 'activities', heading: false, after: null } }, { id: 'next-steps-1', base: 1, runs: null },
      ] as const
      const input = { recordId: newRecordId(), ...october, changes: changes.map((one) => ({ ...one, runs: one.runs && [...one.runs] })) }
      return () => evening.call('lin', saveText, input)
    },
  },
  {
    call: 'reports/save-text', when: 'going on with a version',
    async stage(evening) {
      await begun(evening)
      valueOf(await saved(evening, 'publicity-1', 1))
      const input = { recordId: newRecordId(), ...october, changes: [{ id: 'publicity-1', base: 2, runs: [{ text: '又改。' }] }] }
      return () => evening.call('lin', saveText, input)
    },
  },
  {
    call: 'reports/restore-text', when: 'as it was drafted',
    async stage(evening) {
      await begun(evening)
      const { rev } = valueOf(await saved(evening, 'publicity-1', 1))
      const input = { recordId: newRecordId(), ...october, rev, n: 1 }
      return () => evening.call('lin', restoreText, input)
    },
  },
  {
    call: 'reports/save-template', when: 'for the first time',
    async stage(evening) {
      const input = { unitId: 'yuyin', text: valueOf(await evening.call('lin', reportTemplate, { unitId: 'yuyin' })).text, rev: 0 }
      return () => evening.call('lin', saveTemplate, input)
    },
  },
  {
    call: 'reports/sweep', when: 'a file that was to go a day ago',
    async stage(evening) {
      valueOf(await evening.call('lin', eventFile, { eventId: await heldWithPhoto(evening) }))
      evening.cloud.db.update('exports', { path: { $regex: '^passing/' } }, { $set: { goesAt: earlier } })
      return async () => (await evening.cloud.invoke('reports', { source: 'timer' })) as { ok: boolean }
    },
  },
  {
    call: 'reports/sweep', when: 'two files that were taken along and are not in their place',
    async stage({ cloud }) {
      for (const bytes of ['one', 'another']) {
        const path = `reports/yuyin/2026-11/${bytes}.docx`
        cloud.db.insertMany('exports', [{ _id: `p-lin:yuyin:${bytes}`, at: earlier, path, bytes: Buffer.from(bytes).toString('base64'), unkept: true }])
      }
      return async () => (await cloud.invoke('reports', { source: 'timer' })) as { ok: boolean }
    },
  },
]
