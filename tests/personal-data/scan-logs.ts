/** What stands in the logs of a world and may not: openids, phones, names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cast } from '../../emulator/world/cast'

/** Openids of worlds and tests all begin like this. A phone stands by itself: ids and hashes may hold eleven digits in a row. */
const telling = [/openid-[\w-]*/, /(?<![\w.])1[3-9]\d{9}(?![\w.])/, /\d{3}\*{4}\d{4}/]
const castNames = Object.values(cast).map(({ name }) => name)

/** Each line with its file; `names`: others that the test made up. */
export function personalDataInLogs(dataDir: string, names: readonly string[] = []): string[] {
  return linesOf(dataDir).flatMap(({ file, line }) => (tells(line, names) ? [`${file}: ${line.slice(0, 300)}`] : []))
}

export function tells(line: string, names: readonly string[] = []): boolean {
  return telling.some((sign) => sign.test(line)) || [...castNames, ...names].some((name) => line.includes(name))
}

function linesOf(dataDir: string): { file: string; line: string }[] {
  const logs = join(dataDir, 'logs')
  const files = [...(existsSync(logs) ? readdirSync(logs).map((name) => join(logs, name)) : []), join(dataDir, 'openapi.jsonl')].filter((file) => existsSync(file))
  return files.flatMap((file) => readFileSync(file, 'utf8').split('\n').map((line) => ({ file: file.slice(dataDir.length + 1), line })))
}
