/** How Taro builds the two targets: `weapp` for WeChat, `h5` for the laptop's browser. Reasons for the odd lines stand beside them. */
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const contract = path.resolve(__dirname, '../contract')
// Written for newer engines than some phones have.
const hashes = path.resolve(__dirname, '../node_modules/@noble/hashes')
const cssModules = { enable: true, config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' } }

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'linli',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Chinese as it is, three bytes a character: Taro writes six for each.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    plugins: [path.resolve(__dirname, './taro/aria.cjs')],
    mini: {
      optimizeMainPackage: { enable: true },
      compile: { include: [contract, hashes] },
      // The stylesheets of parts do not override each other, so their order says nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      compile: { include: [contract, hashes] },
      // A rem of 20 px whatever the width: Taro's own parts neither shrink at 320 nor double on a desktop.
      postcss: { pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } }, autoprefixer: { enable: true, config: {} }, cssModules },
    },
  }
  return config
})
