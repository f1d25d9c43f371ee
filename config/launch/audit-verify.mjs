/** `npm run audit:verify [world] [checkpoints]`: is the audit of a stopped world whole? */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build(['functions'])
  return run('emulator/audit-verify.ts', process.argv.slice(2), { node: ['--import', 'tsx'] })
})
