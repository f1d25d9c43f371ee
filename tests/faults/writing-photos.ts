/** 佐证照片: the only calls that move files. */
import { attachPhoto } from '../../contract/evidence/attach'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { logWork } from '../../contract/work/log'
import type { Sent } from '../../emulator/world/call-function'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { greyJpeg } from '../photo'
import { tapped, type WritingCall } from './writing-call'

function attaching(evening: Evening, tiedTo: Sent<typeof attachPhoto>['tiedTo']) {
  const recordId = newRecordId()
  const input = { recordId, fileId: evening.cloud.upload(`incoming/${recordId}.jpg`, greyJpeg(160, 120, recordId)), tiedTo, source: 'in-app' as const, takenAt: tapped.at }
  return () => evening.call('chen', attachPhoto, input)
}

async function cutOffAfter(evening: Evening, operation: number, action: string, call: () => Promise<unknown>): Promise<void> {
  const armed = evening.cloud.faults.arm({ functionName: 'evidence', operation, fault: 'cut-off', moment: 'after' })
  await call()
  evening.cloud.faults.disarm()
  if (armed.struck !== action) throw new Error(`operation ${operation} of evidence/attach is ${armed.struck} and not ${action}`)
}

const timer = async (evening: Evening) => (await evening.cloud.invoke('evidence', { source: 'timer' })) as { ok: boolean }

export const photoCalls: readonly WritingCall[] = [
  { call: 'evidence/attach', when: 'to an event', stage: async (evening) => attaching(evening, { what: 'event', eventId: await evening.publish() }) },
  {
    call: 'evidence/attach', when: 'to a work entry',
    async stage(evening) {
      const entryId = newRecordId()
      valueOf(await evening.call('chen', logWork, { ...tapped, recordId: entryId, indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1' }))
      return attaching(evening, { what: 'entry', entryId })
    },
  },
  {
    call: 'evidence/make-public', when: 'a photo of an event, beside one that is public',
    async stage(evening) {
      const eventId = await evening.publish()
      const shown = valueOf(await attaching(evening, { what: 'event', eventId })()).photoId
      valueOf(await evening.call('lin', makePhotoPublic, { eventId, photoId: shown, public: true, noChildSeen: true }))
      await evening.cloud.deliverPushes('pass')
      const { photoId } = valueOf(await attaching(evening, { what: 'event', eventId })())
      return () => evening.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true })
    },
  },
  {
    call: 'evidence/make-public', when: 'taking back what everybody sees',
    async stage(evening) {
      const eventId = await evening.publish()
      const { photoId } = valueOf(await attaching(evening, { what: 'event', eventId })())
      valueOf(await evening.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true }))
      await evening.cloud.deliverPushes('pass')
      return () => evening.call('lin', makePhotoPublic, { eventId, photoId, public: false })
    },
  },
  {
    call: 'evidence/sweep', when: 'a photo that is written down and nothing more, and one whose upload is gone',
    async stage(evening) {
      const eventId = await evening.publish()
      await cutOffAfter(evening, 5, 'database.insertDocument', attaching(evening, { what: 'event', eventId }))
      await cutOffAfter(evening, 8, 'storage.batchDeleteFile', attaching(evening, { what: 'event', eventId }))
      return () => timer(evening)
    },
  },
  {
    call: 'evidence/sweep', when: 'an answer of WeChat beside its question, one whose question may still come, and one of long ago',
    async stage(evening) {
      const eventId = await evening.publish()
      const { photoId } = valueOf(await attaching(evening, { what: 'event', eventId })())
      valueOf(await evening.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true }))
      await evening.cloud.deliverPushes('lost')
      const [photo] = evening.cloud.db.find('photos', { _id: photoId }) as { asked: { traceId: string } }[]
      evening.cloud.db.insertMany('findings', [
        { _id: photo?.asked.traceId ?? '', isFine: true, at: '2026-11-27T10:05:00.000Z' },
        { _id: 'not-asked-yet', isFine: true, at: '2026-11-27T10:20:30.000Z' },
        { _id: 'never-asked', isFine: false, at: '2026-11-27T09:00:00.000Z' },
      ])
      return () => timer(evening)
    },
  },
]
