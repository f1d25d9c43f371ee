/** 熟面孔 at the door of a session: who is known there, with signal or from the door book, and who is known from now on. */
import type { Answer, Output } from '#contract/call'
import { faceCode } from '#contract/attendance/face-code'
import { facesAtDoor, type meetFace } from '#contract/attendance/faces'
import { call } from './call'
import { ofSession } from './door-marks'
import { openDoorBook } from './door-book/door-books'
import { fetchStore } from './fetched'
import type { Queued } from './queue/queue'
import { enqueue, onReceipt, useQueue } from './queue/queue-of-phone'
import type { InQueue } from './queue/queued-record'
import { newRecord } from './record'

export type DoorFace = Output<typeof facesAtDoor>['faces'][number]

export const useFacesAtDoor = fetchStore(facesAtDoor)

/** At once from the door book, by 姓 and building numbers; what the community answers takes its place. */
export async function openFaces(sessionId: string): Promise<void> {
  const asked = useFacesAtDoor.getState().load({ sessionId })
  await facesOfBook(sessionId)
  await asked
}

/** Asks nobody. */
export async function facesOfBook(sessionId: string): Promise<void> {
  const kept = await openDoorBook(sessionId)
  const { input, value } = useFacesAtDoor.getState()
  if (kept && (value === null || input?.sessionId !== sessionId)) useFacesAtDoor.setState({ input: { sessionId }, value: { faces: kept.book.faces } })
}

/** The same words are the same person: the community says who. Waits on this phone like any other record; a second one of the same words is the first. */
export function meet(sessionId: string, words: { callName: string; building?: string }): Promise<Queued> {
  const here = ofSession(useQueue.getState().records, sessionId)
  const isBack = (recordId: string) => here.some(({ call: name, input }) => name === 'attendance/undo' && input.of.what === 'meet-face' && input.of.recordId === recordId)
  if (metHere(here).some((one) => one.callName === words.callName && one.building === (words.building ?? null) && !isBack(one.personKey))) return Promise.resolve({ ok: true })
  return enqueue('attendance/meet-face', { ...newRecord(), sessionId, ...words })
}

/** Met at this door and still on this phone: each record stands for its person. */
export function metHere(records: readonly InQueue[]): DoorFace[] {
  return records.flatMap((one) => (one.call === 'attendance/meet-face' && one.state !== 'refused' && !one.locked ? [{ personKey: one.input.recordId, callName: one.input.callName, building: one.input.building ?? null }] : []))
}

onReceipt((record, value) => {
  const { value: list, input } = useFacesAtDoor.getState()
  if (record.call !== 'attendance/meet-face' || !list || input?.sessionId !== record.input.sessionId) return
  const { personKey } = value as Output<typeof meetFace>
  const { callName, building = null } = record.input
  if (list.faces.every((one) => one.personKey !== personKey)) useFacesAtDoor.setState({ value: { faces: [{ personKey, callName, building }, ...list.faces] } })
})

/** By which they take over, with their own WeChat, what is known of them. */
export const codeOfFace = (sessionId: string, personKey: string): Promise<Answer<typeof faceCode>> => call(faceCode, { sessionId, personKey })

/** By part of the 称呼 or the building; at most as many as one looks through at a door. */
export function facesLike(faces: readonly DoorFace[], typed: string, most = 12): DoorFace[] {
  const words = typed.trim()
  return faces.filter(({ callName, building }) => words === '' || callName.includes(words) || building?.includes(words) === true).slice(0, most)
}
