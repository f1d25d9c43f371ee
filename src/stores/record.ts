import { clockOffset, sawTime } from './server-clock'
import { stampedAt } from './stamped-at'

/** What every record carries from the moment of the tap: made once, and kept for each repeat of the same record. */
export interface RecordStamp { recordId: string; at: string; offsetMs: number }

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 24 letters and digits, 124 bits. */
export function newRecordId(): string {
  let id = ''
  while (id.length < 24) id += letters[Math.floor(Math.random() * letters.length)]
  return id
}

/** The device's clock as it stands, and how far it is off the server's. */
export function newRecord(): RecordStamp {
  const now = Date.now()
  sawTime(now)
  return { recordId: newRecordId(), ...stampedAt(now, clockOffset()) }
}
