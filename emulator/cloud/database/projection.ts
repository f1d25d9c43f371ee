import { find } from 'mingo'
import { requestFailed } from '../failure'
import { encode, isObject, type Document } from './ejson'
import { requirePath } from './expressions'

/** What a get shows of its documents. To compute fields MongoDB learned in 4.4 only, and the positional `$` the emulator does not know. */
export function projected(documents: Document[], projection: Document): string[] {
  for (const [path, shown] of Object.entries(projection)) {
    requirePath(path)
    if (path.split('.').some((step) => step.startsWith('$'))) throw requestFailed(`a projection cannot show '${path}'`)
    const part = isObject(shown) && /^\$(slice|elemMatch)$/.test(Object.keys(shown).join())
    if (!part && shown !== true && shown !== false && shown !== 1 && shown !== 0) {
      throw requestFailed(`a projection takes true, false, $slice or $elemMatch for '${path}'`)
    }
  }
  return find<Document>(documents, {}, projection, { scriptEnabled: false }).all().map(encode)
}
