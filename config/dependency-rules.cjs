/**
 * The direction in which rooms of the house may know each other (contract in the middle, everything points at it).
 * Each rule says why; a rule that is in the way is discussed in docs/decisions, not switched off.
 */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })
const tests = '\\.test\\.tsx?$'

module.exports = {
  forbidden: [
    forbid('contract-imports-only-valibot',
      'Both sides promise by the contract: it may not drag a database, a screen or Node into either of them.',
      { path: '^contract/', pathNot: tests }, { pathNot: ['^contract/', '^node_modules/valibot/'] }),
    forbid('rules-are-pure',
      'A rule is given what it needs, the time too, so that it can be proved without a cloud: no SDK, no records, no I/O. Hashing and reading a picture\'s header work on given bytes.',
      { path: '^cloudfunctions/_shared/rules/', pathNot: tests }, { pathNot: ['^contract/', '^cloudfunctions/_shared/rules/', '^node_modules/(valibot|image-size)/', '^(node:)?crypto$'] }),
    forbid('only-records-touch-the-sdk',
      'Whoever reads or writes elsewhere escapes the natural ids and conditional writes that keep repeats harmless.',
      { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/_shared/(records/|cloud\\.ts$)', '^cloudfunctions/(evidence|reports)/[a-z-]*storage\\.ts$', tests] },
      { path: '^node_modules/(wx-server-sdk|@cloudbase)/' }),
    forbid('client-knows-no-function',
      'What the client may know of the server stands in the contract.',
      { path: '^src/' }, { path: '^(cloudfunctions|emulator|tests)/' }),
    forbid('functions-know-no-client',
      'A function is uploaded by itself: neither screens nor the laptop\'s cloud belong in it.',
      { path: '^cloudfunctions/', pathNot: tests }, { path: '^(src|emulator|tests)/' }),
    forbid('components-know-no-store',
      'Props in, events out: a component that fetches cannot be used twice nor looked at alone.',
      { path: '^src/components/' }, { path: '^src/(stores|pages)/' }),
    forbid('stores-know-no-screen',
      'A store is tested without React.',
      { path: '^src/stores/', pathNot: tests }, { path: '^src/(pages|components)/|^node_modules/react(-dom)?/' }),
    forbid('emulator-stays-at-home',
      'The door lets anybody be anyone: nothing that is uploaded may know the emulator.',
      { path: '^(contract|cloudfunctions|src)/', pathNot: tests }, { path: '^emulator/' }),
    forbid('nobody-knows-a-bench',
      'A bench measures the others from outside; it is neither shipped nor part of a test.',
      { pathNot: '^bench/' }, { path: '^bench/' }),
    forbid('no-circles',
      'Two files that need each other are one file or three.',
      {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('no-test-in-the-product',
      'What only tests use stays with the tests; a bench may measure with it.',
      { pathNot: [tests, '^(tests|bench)/'] }, { path: `${tests}|^tests/` }),
    forbid('everything-resolves',
      'An import that resolves to nothing fails in production only.',
      { pathNot: '^node_modules/' }, { couldNotResolve: true, pathNot: '^vitest/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.scss'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
}
