/** 熟面孔 for whom no neighbour registers are forgotten a year after they last came; what was counted stays, under a key that belongs to nobody. */
import { attendanceOf } from '../_shared/records/attendance'
import { dueFaces, forgetFace, keepFace } from '../_shared/records/faces'
import { dayAfter, dayOf } from '../_shared/rules/calendar'
import { presenceOf } from '../_shared/rules/presence'
import { faceDays } from '../_shared/rules/retention'

const perRun = 20

/** `today`: Asia/Shanghai. How many are gone. */
export async function forgetFaces(today: string): Promise<number> {
  let gone = 0
  for (const face of await dueFaces(today, perRun)) {
    const last = (await attendanceOf(face.personKey)).map((record) => presenceOf(record)?.at ?? '').sort().at(-1)
    const until = last ? dayAfter(dayOf(last), faceDays) : today
    if (until > today) await keepFace(face, until)
    else {
      await forgetFace(face)
      gone += 1
    }
  }
  return gone
}
