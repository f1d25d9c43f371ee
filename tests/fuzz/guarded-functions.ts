/** The built functions, each behind a guard inside of its process that fails the call when anything that all objects share was changed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const built = resolve(__dirname, '../../dist/cloudfunctions')

export function guardedFunctions(from = built): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-guarded-'))
  for (const name of readdirSync(from)) {
    mkdirSync(join(folder, name))
    cpSync(join(from, name, 'config.json'), join(folder, name, 'config.json'))
    writeFileSync(join(folder, name, 'index.js'), guard(join(from, name, 'index.js')))
  }
  return folder
}

const guard = (file: string) => `
const { main } = require(${JSON.stringify(file)})
const shared = [Object, Array, Function, String, Number, Boolean, Map, Promise, Error].map((one) => one.prototype)
const state = () => shared.map((one) => Reflect.ownKeys(one).map((key) => String(key)).sort().join()).join(';')
const before = state()
exports.main = async (event, context) => {
  const answer = await main(event, context)
  if (state() !== before) throw new Error('what all objects share was changed')
  return answer
}
`
