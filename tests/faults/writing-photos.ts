/** 佐证照片: the only calls that move files. */
import { attachPhoto, type TiedTo } from '../../contract/evidence/attach'
import { beginPhoto } from '../../contract/evidence/begin'
import { makePhotoPublic } from '../../contract/evidence/make-public'
import { logWork } from '../../contract/work/log'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import { greyJpeg, sendPhoto, sha256Of, uploadPhoto } from '../photo'
import { tapped, type WritingCall } from './writing-call'

function aPhoto() {
  const recordId = newRecordId()
  return { recordId, bytes: greyJpeg(160, 120, recordId), takenAt: tapped.at }
}

async function attaching(evening: Evening, tiedTo: TiedTo) {
  const input = await uploadPhoto(evening, 'chen', tiedTo, aPhoto())
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
  {
    call: 'evidence/begin', when: 'an upload is announced',
    async stage(evening) {
      const [tiedTo, { recordId, bytes }] = [{ what: 'event', eventId: await evening.publish() } as const, aPhoto()]
      return () => evening.call('chen', beginPhoto, { recordId, sha256: sha256Of(bytes), tiedTo })
    },
  },
  { call: 'evidence/attach', when: 'a sign-in sheet', stage: async (evening) => attaching(evening, { what: 'sheet', sessionId: `${await evening.publish()}-s1` }) },
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
      const shown = await sendPhoto(evening, 'chen', { what: 'event', eventId }, aPhoto())
      valueOf(await evening.call('lin', makePhotoPublic, { eventId, photoId: shown, public: true, noChildSeen: true }))
      await evening.cloud.deliverPushes('pass')
      const photoId = await sendPhoto(evening, 'chen', { what: 'event', eventId }, aPhoto())
      return () => evening.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true })
    },
  },
  {
    call: 'evidence/make-public', when: 'taking back what everybody sees',
    async stage(evening) {
      const eventId = await evening.publish()
      const photoId = await sendPhoto(evening, 'chen', { what: 'event', eventId }, aPhoto())
      valueOf(await evening.call('lin', makePhotoPublic, { eventId, photoId, public: true, noChildSeen: true }))
      await evening.cloud.deliverPushes('pass')
      return () => evening.call('lin', makePhotoPublic, { eventId, photoId, public: false })
    },
  },
  {
    call: 'evidence/sweep', when: 'a photo that is written down and nothing more, and one whose upload is gone',
    async stage(evening) {
      const eventId = await evening.publish()
      await cutOffAfter(evening, 6, 'database.insertDocument', await attaching(evening, { what: 'event', eventId }))
      await cutOffAfter(evening, 9, 'storage.batchDeleteFile', await attaching(evening, { what: 'event', eventId }))
      return () => timer(evening)
    },
  },
  {
    call: 'evidence/sweep', when: 'an answer of WeChat beside its question, one whose question may still come, and one of long ago',
    async stage(evening) {
      const eventId = await evening.publish()
      const photoId = await sendPhoto(evening, 'chen', { what: 'event', eventId }, aPhoto())
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
  {
    call: 'people/forget', when: 'two photographed sheets of long ago, beside one of today and a photo',
    async stage(evening) {
      const eventId = await evening.publish()
      const sheet = { what: 'sheet', sessionId: `${eventId}-s1` } as const
      const old = [await sendPhoto(evening, 'chen', sheet, aPhoto()), await sendPhoto(evening, 'chen', sheet, aPhoto())]
      await sendPhoto(evening, 'chen', sheet, aPhoto())
      await sendPhoto(evening, 'chen', { what: 'event', eventId }, aPhoto())
      for (const _id of old) evening.cloud.db.update('photos', { _id }, { $set: { eraseOn: '2026-11-20' } })
      return async () => (await evening.cloud.invoke('people', { source: 'timer' })) as { ok: boolean }
    },
  },
  {
    call: 'evidence/sweep', when: 'an upload that nobody attached for a day',
    async stage(evening) {
      await uploadPhoto(evening, 'chen', { what: 'event', eventId: await evening.publish() }, aPhoto())
      evening.cloud.db.update('uploads', {}, { $set: { at: '2026-11-26T10:00:00.000Z' } })
      return () => timer(evening)
    },
  },
]
