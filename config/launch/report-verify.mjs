/** `npm run report:verify FILE [world]`: is a file that was taken along what the ledger says? */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build(['functions'])
  return run('emulator/report-verify.ts', process.argv.slice(2), { node: ['--import', 'tsx'] })
})
