/** Every call of the contract, found by its file: contract/<subject>/<call>.ts. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Call } from '../../contract/call'
import { matrix } from '../../cloudfunctions/_shared/rules/matrix'

const contract = resolve(__dirname, '../../contract')

export async function callsOfTheContract(): Promise<Call[]> {
  const found: Call[] = []
  const folders = readdirSync(contract, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name: subject } of folders) {
    for (const file of readdirSync(resolve(contract, subject)).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
      const values = Object.values((await import(/* @vite-ignore */ resolve(contract, subject, file))) as Record<string, unknown>)
      found.push(...values.filter(isCall))
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Names that somebody may call, by the matrix; timers are not called. */
export function namesInTheMatrix(): string[] {
  return Object.entries(matrix).filter(([, row]) => row !== 'timer').map(([name]) => name).sort()
}


function isCall(value: unknown): value is Call {
  return value !== null && typeof value === 'object' && 'failures' in value && 'input' in value && 'name' in value
}
