import { rmSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { scanRun } from '../personal-data/scan-run'

/**
 * Ends the run with what failed, a line each (`failed: file > test: first line of the error`), and `N passed, N failed` alone on a line.
 * A file that could not be loaded is a failure of its own, and so is a phone, an openid or a name in what all worlds of the run have logged.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    const named: string[] = errors.map((error) => line('outside of the tests', error))
    for (const module of modules) {
      failed += module.errors().length
      named.push(...module.errors().map((error) => line(module.moduleId, error)))
      for (const test of module.children.allTests()) {
        const { state, errors: reasons } = test.result()
        if (state === 'passed') passed += 1
        if (state !== 'failed') continue
        failed += 1
        named.push(line(`${module.moduleId} > ${test.fullName}`, reasons?.[0]))
      }
    }
    const { worlds, told } = scanLogs()
    failed += told.length
    named.push(...told.slice(0, 20).map((one) => line('personal data in a log', one)))
    if (told.length > 0) process.exitCode = 1
    // After the default reporter's own summary.
    process.once('exit', () => process.stdout.write(`\n${named.join('')}logs of ${worlds} worlds looked through\n${passed} passed, ${failed} failed\n`))
  }
}

/** The folder was made by vitest.config.ts for this run alone. */
function scanLogs(): ReturnType<typeof scanRun> {
  const apart = process.env['LINLI_LOGS_APART'] ?? ''
  const scanned = scanRun(apart)
  if (apart !== '') rmSync(apart, { recursive: true, force: true })
  return scanned
}

const line = (where: string, error: unknown): string => {
  const said = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  return `failed: ${where}: ${said.split('\n')[0]}\n`
}
