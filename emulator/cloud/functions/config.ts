import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudFailure } from '../failure'
import { parseCron, type Cron } from './cron'

/** What a function declares in its config.json, with what the platform takes where it is silent. */
export interface FunctionConfig {
  timeoutSeconds: number
  memoryMb: number
  /** The openapi that it may call: `permissions.openapi`. */
  openapi: readonly string[]
  timer: { name: string; cron: Cron } | null
}

type Fields = Record<string, unknown>

/** The functions of a folder, by name. */
export function deployedIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory).filter((name) => existsSync(join(directory, name, 'index.js'))).sort()
}

/** Refuses, with the file's name, what could not be deployed. */
export function readConfig(folder: string): FunctionConfig {
  const file = join(folder, 'config.json')
  if (!existsSync(file)) return configOf({})
  try {
    return configOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new CloudFailure('INVALID_PARAM', `${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function configOf(declared: unknown): FunctionConfig {
  const { timeout = 3, memorySize = 256, permissions = {}, triggers = [] } = fieldsOf(declared, 'it')
  if (!isWhole(timeout, 1, 60)) throw new Error('timeout must be 1 to 60 whole seconds')
  const isStep = isWhole(memorySize, 64, 3072) && (memorySize === 64 || memorySize % 128 === 0)
  if (!isStep) throw new Error('memorySize must be 64, 128, 256 … 3072 MB, in steps of 128')
  const { openapi = [] } = fieldsOf(permissions, 'permissions')
  if (!Array.isArray(openapi) || !openapi.every((name) => typeof name === 'string')) throw new Error('permissions.openapi must be a list of names')
  if (!Array.isArray(triggers) || triggers.length > 1) throw new Error('triggers must be a list of one at most')
  return { timeoutSeconds: timeout, memoryMb: memorySize, openapi, timer: triggers.length === 0 ? null : timerOf(triggers[0]) }
}

function timerOf(declared: unknown): { name: string; cron: Cron } {
  const { name, type, config } = fieldsOf(declared, 'a trigger')
  const isName = typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(name)
  if (!isName) throw new Error('the name of a trigger is a letter and at most 59 more letters, digits, - and _')
  if (type !== 'timer') throw new Error('a trigger can only be a timer')
  return { name, cron: parseCron(String(config)) }
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} must be an object`)
  return value as Fields
}
