/** Where words stand in everything that a cloud keeps: every document as text, every file by its name and its bytes. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stateOf } from '../faults/state'
import type { Evening } from '../functions/community-evening'

const declared = Object.keys(JSON.parse(readFileSync(resolve(__dirname, '../../cloudfunctions/_shared/indexes.json'), 'utf8')) as object)

/** `what`: by name. Gives `name in place` for each that stands somewhere. */
export function whereStands(world: Evening, dataDir: string, what: Record<string, string>): string[] {
  const { documents, files } = stateOf({ cloud: world.cloud, collections: declared, filesDir: `${dataDir}/files` })
  const texts = [
    ...Object.entries(documents).flatMap(([name, found]) => found.map((one) => ({ place: `${name}/${String(one['_id'])}`, text: JSON.stringify(one) }))),
    ...Object.entries(files).map(([path, bytes]) => ({ place: path, text: `${path}\n${bytes.toString('latin1')}\n${bytes.toString('utf8')}` })),
  ]
  return Object.entries(what).flatMap(([name, words]) => texts.filter(({ text }) => text.includes(words)).map(({ place }) => `${name} in ${place}`))
}
