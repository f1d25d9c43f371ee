/**
 * Taro's WXML templates know no aria-* attribute: an ariaLabel is lost on WeChat without a word. This adds the ones we use to the
 * templates, and the same list to the runtime, because both number their attributes in that order.
 */
const path = require('node:path')
const { ariaOfComponents } = require('./aria-attributes.cjs')

module.exports = (ctx) => {
  ctx.registerMethod('onSetupClose', (platform) => {
    if (platform.platform !== 'weapp') return
    platform.template.mergeComponents(ctx, ariaOfComponents)
    platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, './aria-runtime.cjs'))
  })
}
