/** What all worlds of a whole run of tests have logged, looked through at its end (tests/reporters/closing-line.ts). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { personalDataInLogs } from './scan-logs'

export interface Scanned { worlds: number; told: string[] }

/** `apart`: where each world left a folder with its logs (emulator/world/open-world.ts). */
export function scanRun(apart: string): Scanned {
  const worlds = existsSync(apart) ? readdirSync(apart) : []
  const names = namesInTests()
  return { worlds: worlds.length, told: worlds.flatMap((world) => personalDataInLogs(join(apart, world), names)) }
}

/** What else has a name: a control that a test presses, a unit, an organiser of an event. */
const noPerson = /getBy(?:Role|Text|Label)\(|\blevel: '|\bpart: '/

/** Everybody whom a test or a seed calls by a name: what is written there behind `callName:` and `name:` in Chinese. */
export function namesInTests(): string[] {
  const root = resolve(__dirname, '../..')
  const files = ['tests', 'cloudfunctions', 'emulator'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)))
  const texts = files.filter((file) => /(\.test|tests\/.*|seed\/.*|world\/.*)\.ts$/.test(file)).map((file) => readFileSync(file, 'utf8'))
  return [...new Set(texts.flatMap((text) => text.split('\n').filter((line) => !noPerson.test(line))).flatMap((line) => [...line.matchAll(/\b(?:callName|name): '(\p{Script=Han}{2,12})'/gu)].map(([, name]) => name ?? '')))]
}
