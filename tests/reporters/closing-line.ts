import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends the run with what failed, a line each (`failed: file > test: first line of the error`), and `N passed, N failed` alone on a line.
 * A file that could not be loaded is a failure of its own.
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
    // After the default reporter's own summary.
    process.once('exit', () => process.stdout.write(`\n${named.join('')}${passed} passed, ${failed} failed\n`))
  }
}

const line = (where: string, error: unknown): string => {
  const said = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  return `failed: ${where}: ${said.split('\n')[0]}\n`
}
