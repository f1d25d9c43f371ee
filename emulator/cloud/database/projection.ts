import { find } from 'mingo'
import { requestFailed } from '../failure'
import { encode, isObject, type Document } from './ejson'
import { requirePath } from './expressions'
import type { Row } from './rows'

/** What a get shows of its documents, as EJSON texts. It computes nothing and knows no positional `$`. */
export function projected(rows: Row[], projection: Document): string[] {
  if (Object.keys(projection).length === 0) return rows.map(({ text }) => text)
  for (const [path, shown] of Object.entries(projection)) {
    requirePath(path)
    if (path.split('.').some((step) => step.startsWith('$'))) throw requestFailed(`a projection cannot show '${path}'`)
    const part = isObject(shown) && /^\$(slice|elemMatch)$/.test(Object.keys(shown).join())
    if (!part && shown !== true && shown !== false && shown !== 1 && shown !== 0) {
      throw requestFailed(`a projection takes true, false, $slice or $elemMatch for '${path}'`)
    }
  }
  return find<Document>(rows.map(({ document }) => document), {}, projection, { scriptEnabled: false }).all().map(encode)
}
