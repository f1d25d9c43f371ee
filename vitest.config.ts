import { configDefaults, defineConfig } from 'vitest/config'

/** Proofs at full size run with `npm run prove` only (LINLI_PROVE=1). */
const proving = process.env.LINLI_PROVE === '1'

export default defineConfig({
  test: {
    include: proving ? ['tests/prove/**/*.test.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
    exclude: [...configDefaults.exclude, '.linli/**', ...(proving ? [] : ['tests/prove/**'])],
    // A test may open a whole world with its function processes, so a core each and no more.
    pool: 'forks',
    poolOptions: { forks: { maxForks: proving ? 1 : 2, minForks: 1 } },
    testTimeout: proving ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/reporters/closing-line.ts'],
    passWithNoTests: proving,
  },
})
