/** `npm run check`: types, lint, dependency rules, dead code, both builds, sizes. All are done, then what failed is said. */
import { prepare } from './prepare.mjs'
import { run } from './run.mjs'
import { Stop, launch, say } from './say.mjs'

const tools = [
  ['类型 tsc', 'node_modules/typescript/bin/tsc', ['--noEmit']],
  ['写法 oxlint', 'node_modules/oxlint/bin/oxlint', ['--deny-warnings', '.']],
  ['依赖方向 dependency-cruiser', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ['--config', 'config/dependency-rules.cjs', 'contract', 'cloudfunctions', 'emulator', 'src', 'tests', 'bench']],
  ['没人用的代码 knip', 'node_modules/knip/bin/knip.js', []],
]

launch(async () => {
  await prepare()
  const failed = []
  for (const [name, script, args] of tools) {
    say(`\n— ${name}`)
    if (await run(script, args) !== 0) failed.push(name)
  }
  say('\n— 编译与大小')
  const { build } = await import('./build.mjs')
  const { sizes } = await import('./sizes.mjs')
  try {
    await build(['functions', 'h5', 'weapp'])
    if (!sizes()) failed.push('大小')
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    failed.push('编译')
  }
  const all = tools.length + 1
  say(failed.length ? `\n没有通过：${failed.join('、')}` : '\n都通过了')
  say(`${all - failed.length} passed, ${failed.length} failed`)
  return failed.length ? 1 : 0
})
