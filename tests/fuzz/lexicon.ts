/** What a client can know of the world `event-day`, so that inputs reach behind the first door. */
import type { OpenWorld } from '../../emulator/world/open-world'
import type { Lexicon } from './from-schema'

export function lexiconOf({ cloud }: OpenWorld): Lexicon {
  const ids = (collection: string, most: number) => cloud.db.find(collection).slice(0, most).map((record) => String(record._id))
  const events = ['opera-evening', 'clinic-saturday', 'class-calligraphy', 'dumplings', 'new-year-party', 'walk-by-the-river', 'talk-fraud', 'phone-photography']
  const recordIds = ['a-record-of-the-fuzz-1', 'a-record-of-the-fuzz-2', 'seed-record-000001']
  const uploads = recordIds.map((id) => cloud.upload(`incoming/${id}.jpg`, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4])))
  const days = ['2026-11-27', '2026-11-01', '2026-12-31', '2025-01-01', '1900-01-01', '2099-12-31']
  const instants = ['2026-11-27T10:20:00.000Z', '2026-11-27T11:00:00.000Z', '2026-12-24T11:00:00.000Z', '2026-12-24T13:00:00.000Z', '0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']
  const units = ['yuyin', 'yuyin-1', 'yuyin', 'yuyin-2', 'hewan', 'nowhere']
  const sessions = [...events.map((id) => `${id}-s1`), 'class-calligraphy-s2']
  return {
    words: [
      ...ids('units', 8), ...ids('people', 12), ...ids('work-entries', 6), ...events, ...sessions, ...recordIds, ...uploads, ...days, ...instants,
      '2026-11', '2026-10', '1900-01', '2099-12', 'seminar_held', 'attendees', 'banners_hung', 'training_class_sessions', 'constructor', '张阿姨', '3号楼', '数错了',
    ],
    fields: {
      unitId: units, hostUnitId: units, communityId: units, eventId: events, sessionId: sessions, sessionIds: sessions, entryId: ids('work-entries', 6),
      personKey: [...ids('people', 10), 'p-zhang', 'p-nobody', '__proto__'], on: ['2026-11-27', '2026-11-27', '2026-11-26', ...days], from: ['2026-11-01', '2026-11-20', ...days], to: ['2026-11-30', ...days],
    },
  }
}
