/** 佐证照片: the only calls that move files. */
import { attachPhoto } from '../../contract/evidence/attach'
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

/** Nobody sees these files: no document names them. */
const mayStop = [
  { at: /^evidence\//, because: 'the bytes are kept before they are written down, so that no photo is ever without its bytes' },
  { at: /^(?!incoming\/)/, because: 'the upload is dropped last, so that every repeat still finds it' },
]

export const photoCalls: readonly WritingCall[] = [
  { call: 'evidence/attach', when: 'to an event', mayStop, stage: async (evening) => attaching(evening, { what: 'event', eventId: await evening.publish() }) },
  {
    call: 'evidence/attach', when: 'to a work entry', mayStop,
    async stage(evening) {
      const entryId = newRecordId()
      valueOf(await evening.call('chen', logWork, { ...tapped, recordId: entryId, indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1' }))
      return attaching(evening, { what: 'entry', entryId })
    },
  },
]
