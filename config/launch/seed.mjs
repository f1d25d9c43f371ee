/** `npm run seed <world>`: makes `.linli/worlds/<world>` afresh. */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build(['functions'])
  return run('emulator/seed-world.ts', process.argv.slice(2), { node: ['--import', 'tsx'] })
})
