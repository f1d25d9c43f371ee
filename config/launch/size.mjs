/** `npm run size`: builds what is missing and weighs it. */
import { prepare } from './prepare.mjs'
import { launch } from './say.mjs'

launch(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  const { sizes } = await import('./sizes.mjs')
  await build(['functions', 'weapp'])
  return sizes() ? 0 : 1
})
