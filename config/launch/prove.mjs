/** `npm run prove`: the proofs at full size, at most 30 minutes. */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build(['functions'])
  return run('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)], { env: { LINLI_PROVE: '1' } })
})
