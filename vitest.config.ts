import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Proofs at full size run with `npm run prove` only (LINLI_PROVE=1). */
const proving = process.env.LINLI_PROVE === '1'

/** A query that looks at more documents than this without an index fails in tests, and names the index to add. */
const LINLI_MOST_SCANNED = '200'
/** Where every world of this run leaves its logs (emulator/world/open-world.ts); looked through at the end. */
process.env['LINLI_LOGS_APART'] ??= mkdtempSync(join(tmpdir(), 'linli-logs-of-tests-'))
const exclude = [...configDefaults.exclude, '.linli/**', ...(proving ? [] : ['tests/prove/**'])]

/** What meets the database: it runs under both faces that a duplicate `_id` may have in production. */
const meetsDatabase = ['cloudfunctions/**/*.test.ts', 'emulator/contract/**/*.test.ts', 'tests/{golden,race,fuzz,faults}/**/*.test.ts']
const pure = ['tests/faults/reading-calls.test.ts', 'cloudfunctions/_shared/rules/**', 'cloudfunctions/reports/document/**', 'emulator/contract/{actions,context,wire}.test.ts', 'tests/fuzz/{fuzz,limits}.test.ts']

/** The walks over every writing call take minutes: under this face in `npm test`, under the other one, whole, in `npm run prove`. */
const walks = 'tests/faults/writing-calls.test.ts'

/** The walks begin first: they take as long as a third of all the others, and would otherwise end alone. */
class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isWalk = ({ moduleId }: TestSpecification) => moduleId.endsWith(walks)
    return [...sorted.filter(isWalk), ...sorted.filter((file) => !isWalk(file))]
  }
}

const usual = {
  extends: true as const,
  test: {
    name: 'request-failed',
    include: proving ? ['tests/prove/**/*.test.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
    exclude: [...exclude, walks],
    env: { LINLI_DUPLICATE_KEY: 'request-failed', LINLI_MOST_SCANNED },
  },
}
const otherFace = {
  extends: true as const,
  test: {
    name: 'duplicate-write',
    include: meetsDatabase,
    exclude: [...exclude, ...pure],
    env: { LINLI_DUPLICATE_KEY: 'duplicate-write', LINLI_MOST_SCANNED },
  },
}

export default defineConfig({
  test: {
    // A test may open a whole world with its function processes, so a core each and no more.
    pool: 'forks',
    poolOptions: { forks: { maxForks: proving ? 1 : 2, minForks: 1 } },
    testTimeout: proving ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/reporters/closing-line.ts'],
    passWithNoTests: proving,
    sequence: { sequencer: WalksFirst },
    projects: proving ? [usual] : [usual, otherFace],
  },
})
