import { addNoticeOnce, noticeRecord } from '../records/notices'
import type { RegistrationRecord } from '../records/registrations'

/** Who waited has places. Once a wish. */
export async function tellPromoted(waiting: RegistrationRecord, at: string): Promise<void> {
  await addNoticeOnce(noticeRecord(waiting.eventId, waiting, 'promoted', waiting.recordId, at))
}
