/**
 * What names a person carries the day on which that goes (`eraseOn`); here it goes. A new kind of record gets a row. Totals never
 * change: of a fact only the name goes.
 */
import { command } from '../cloud'
import { collection } from './collection'
import { dropFiles } from './files'

interface Due { collection: string; /** null: the whole document goes. */ forgotten: Record<string, unknown> | null; /** Its stored file goes first: broken off in between, the next run finds the document. */ withFile?: true }

export const dueRules: readonly Due[] = [
  { collection: 'answers', forgotten: null },
  { collection: 'registrations', forgotten: { said: null, phoneMask: null, eraseOn: null } },
  { collection: 'notices', forgotten: null },
  { collection: 'reveals', forgotten: null },
  { collection: 'suggestions', forgotten: null },
  { collection: 'walk-ins', forgotten: { callName: null, eraseOn: null, forgotten: true } },
  { collection: 'invitations', forgotten: { name: '', eraseOn: null } },
  // Photographed sign-in sheets alone carry a day.
  { collection: 'photos', forgotten: null, withFile: true },
]

/** Storage drops 50 files at once. */
const perWrite = 50

/** At most so many of one kind; how many they were. Broken off anywhere, the next run goes on. */
export async function forgetDue({ collection: name, forgotten, withFile }: Due, today: string, most: number): Promise<number> {
  const records = collection<{ _id: string; eraseOn: string | null; fileId?: string }>(name)
  const due = await records.list({ eraseOn: command.lte(today) }, { fields: ['eraseOn', ...(withFile ? ['fileId'] : [])], orderBy: [['eraseOn', 'asc']], limit: most })
  for (let i = 0; i < due.length; i += perWrite) {
    const some = due.slice(i, i + perWrite)
    if (withFile) await dropFiles(some.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])))
    // The day once more: what was given anew meanwhile stays.
    const where = { _id: command.in(some.map(({ _id }) => _id)), eraseOn: command.lte(today) }
    await (forgotten ? records.update(where, forgotten) : records.remove(where))
  }
  return due.length
}
