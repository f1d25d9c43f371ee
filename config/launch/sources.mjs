/** One hash over the sources that a build reads: a build is repeated only when they changed. Tests do not count. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'

const isSource = (name) => !name.startsWith('.') && !/\.test\.tsx?$/.test(name)

export function hashOf(places) {
  const hash = createHash('sha256')
  for (const place of places) add(hash, place)
  return hash.digest('hex')
}

function add(hash, place) {
  const at = path.join(root, place)
  if (!fs.existsSync(at)) return
  if (fs.statSync(at).isDirectory()) {
    for (const name of fs.readdirSync(at).filter(isSource).sort()) add(hash, `${place}/${name}`)
    return
  }
  hash.update(`${place}\0`).update(fs.readFileSync(at)).update('\0')
}
