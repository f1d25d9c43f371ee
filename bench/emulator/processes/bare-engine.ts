/** The engine alone: the same pairs as calls of the database class, without HTTP, SDK or EJSON on the way. */
import { join } from 'node:path'
import { CloudDatabase } from '../../../emulator/cloud/database/database'
import { decodeDocument } from '../../../emulator/cloud/database/ejson'
import { serve } from '../../child'
import { declaration, hotDocument, takenDocument, type Held } from '../pair'

let database: CloudDatabase | undefined
const opened = () => {
  if (!database) throw new Error('not open')
  return database
}

const work = {
  open(dataDir: string) {
    database = new CloudDatabase(join(dataDir, 'bare.sqlite'), declaration)
  },
  /** Seconds that `count` pairs take. */
  pairs({ round, count }: { round: string; count: number }): number {
    const engine = opened()
    engine.insert('hot', [hotDocument(round)])
    const begun = performance.now()
    for (let number = 0; number < count; number += 1) {
      const updated = engine.update('hot', { _id: round, left: { $gt: 0 } }, { $inc: { left: -1 } }, true)
      if (updated !== 1) throw new Error(`pair ${number} of ${round} was not taken`)
      engine.insert('taken', [takenDocument(round, number)])
    }
    return (performance.now() - begun) / 1000
  },
  held(round: string): Held {
    const [hot] = opened().find('hot', { query: { _id: round } })
    return { left: hot && decodeDocument(hot).left, taken: opened().count('taken', { round }) }
  },
}
export type BareEngine = typeof work

serve(work, () => database?.close())
