/** `npm run bench [name …]`: performance tables with their targets; without a name all of them, one after the other. */
import fs from 'node:fs'
import path from 'node:path'
import { prepare } from './prepare.mjs'
import { root, run } from './run.mjs'
import { Stop, launch } from './say.mjs'

launch(async () => {
  const all = fs.readdirSync(path.join(root, 'bench')).filter((name) => fs.existsSync(path.join(root, 'bench', name, 'bench.ts'))).sort()
  const words = process.argv.slice(2)
  const unknown = words.find((word) => !all.includes(word))
  if (unknown !== undefined) throw new Stop(`没有叫“${unknown}”的性能测试。可以这样：npm run bench [${all.join(' | ')}]`)
  await prepare()
  const { build } = await import('./build.mjs')
  // These open the real mini-program.
  await build(words.length === 0 || words.includes('worker') || words.includes('resident') ? ['functions', 'weapp'] : ['functions'])
  return run('bench/run.ts', words.length ? words : all, { node: ['--import', 'tsx'] })
})
