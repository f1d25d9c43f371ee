import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { CloudFailure } from '../failure'
import { parseCron } from './cron'

const isWhole = (value: unknown, least: number, most: number) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const isMemory = (value: unknown) => value === 64 || (isWhole(value, 128, 3072) && Number(value) % 128 === 0)

const Timer = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'the name of a trigger is a letter and at most 59 more letters, digits, - and _')),
  type: v.literal('timer', 'a trigger can only be a timer'),
  config: v.pipe(v.string(), v.transform(parseCron)),
})

/** What a function declares in its config.json, with what the platform takes where it is silent. */
const Declared = v.object({
  timeout: v.optional(v.custom<number>((value) => isWhole(value, 1, 60), 'timeout must be 1 to 60 whole seconds'), 3),
  memorySize: v.optional(v.custom<number>(isMemory, 'memorySize must be 64, 128, 256 … 3072 MB, in steps of 128'), 256),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string(), 'permissions.openapi must be a list of names'), []) }), {}),
  triggers: v.optional(v.pipe(v.array(Timer), v.maxLength(1, 'triggers must be a list of one at most')), []),
})
export type FunctionConfig = ReturnType<typeof readConfig>

/** The functions of a folder, by name. */
export function deployedIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.js'))).sort()
}

/** Refuses, with the file's name, what could not be deployed. */
export function readConfig(folder: string) {
  const file = join(folder, 'config.json')
  try {
    const declared: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    if (Array.isArray(declared)) throw new Error('it must be an object')
    const { timeout: timeoutSeconds, memorySize: memoryMb, permissions, triggers } = v.parse(Declared, declared)
    const [timer] = triggers
    return { timeoutSeconds, memoryMb, openapi: permissions.openapi, timer: timer && { name: timer.name, cron: timer.config } }
  } catch (error) {
    throw new CloudFailure('INVALID_PARAM', `${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
