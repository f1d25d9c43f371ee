/**
 * A fact of October comes while October is being approved. Held at given operations, so that each of the two goes on in the middle of the other, and
 * nothing depends on how fast a machine is.
 */
import { approveReport } from '../../contract/reports/approve'
import { reportStanding } from '../../contract/reports/standing'
import { submitReport } from '../../contract/reports/submit'
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import type { WorldOptions } from '../../emulator/world/open-world'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'

const october = { unitId: 'yuyin', month: '2026-10' } as const
const entryOf = (quantity: number) => ({ recordId: newRecordId(), at: '2026-11-27T10:20:00.000Z', offsetMs: 0, unitId: 'yuyin-1', indicator: 'banners_hung' as const, quantity, softness: 'exact' as const, on: '2026-10-20' })

export interface Arrived {
  /** What the fact's receipt says. */
  told: string
  /** What the approval says: `approved`, or why not. */
  said: string
  /** Entries of the audit that tell of the fact. */
  noted: number
  /** Lines of 更正 that stand beside what was approved. */
  corrections: number
}

/** Operations of a function, and who waits before one of them. */
export interface Meeting {
  /** Resolves when the function is about to send its nth such action; it waits there until it is let go. */
  stop(functionName: string, action: string, nth?: number): { reached: Promise<void>; letGo(): void }
}

interface Race {
  approve(): Promise<string>
  arrive(): Promise<string>
  /** A new version of what was handed in, with the same figure. */
  correct(): Promise<string>
  meeting: Meeting
}

/** October is handed in; `run` lets the two meet. `functionsDir`: instead of the functions as they are built. */
export async function meetAtApproval(run: (race: Race) => Promise<[told: string, said: string]>, options: WorldOptions['cloud'] = {}): Promise<Arrived> {
  const world = await openEvening({ cloud: { instancesPerFunction: 3, ...options } })
  try {
    const before = entryOf(3)
    valueOf(await world.call('chen', logWork, before))
    const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...october, steps: 0, missing: [] }))
    const entry = entryOf(5)
    let rev = 0
    const [told, said] = await run({
      meeting: meetingIn(world),
      approve: async () => { const answer = await world.call('he', approveReport, { recordId: newRecordId(), ...october, hash }); return answer.ok ? 'approved' : answer.failure },
      correct: async () => valueOf(await world.call('lin', correctWork, { recordId: newRecordId(), at: before.at, offsetMs: 0, entryId: before.recordId, rev: (rev += 1), quantity: 3, softness: 'exact', on: before.on, withdrawn: false, reason: '写错了格子' })).outcome,
      arrive: async () => valueOf(await world.call('chen', logWork, entry)).outcome,
    })
    const noted = world.cloud.db.find('audit').filter(({ about }) => about === entry.recordId).length
    const { corrections } = valueOf(await world.call('he', reportStanding, october))
    return { told, said, noted, corrections: corrections?.lines.length ?? 0 }
  } finally {
    world.cloud.faults.latencyMs = 0
    await world.stop()
  }
}

export function meetingIn({ cloud }: Pick<Evening, 'cloud'>): Meeting {
  const stops: { functionName: string; action: string; left: number; reach: () => void; released: Promise<void> }[] = []
  cloud.faults.latencyMs = async (action, functionName) => {
    for (const stop of stops) {
      if (stop.functionName !== functionName || stop.action !== action || --stop.left !== 0) continue
      stop.reach()
      await stop.released
    }
    return 0
  }
  return {
    stop(functionName, action, nth = 1) {
      let [reach, letGo] = [(): void => undefined, (): void => undefined]
      const reached = new Promise<void>((resolve) => { reach = resolve })
      const released = new Promise<void>((resolve) => { letGo = resolve })
      stops.push({ functionName, action, left: nth, reach, released })
      return { reached, letGo }
    },
  }
}
