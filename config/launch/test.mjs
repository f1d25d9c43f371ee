/** `npm test`: everything built that the tests run, then all tests. Words after it choose test files. */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build(['functions', 'h5', 'weapp'])
  return run('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)])
})
