/** The app's own code for a phone in memory: bundled once, begun anew at each launch with the phone's clock, timers and WeChat. */
import { build, type Plugin } from 'esbuild'
import { resolve } from 'node:path'
import type * as Entry from './app'

export type AppExports = typeof Entry

/** What stands around the app on a phone. */
export interface Surroundings { Taro: object; Date: DateConstructor; setTimeout: unknown; clearTimeout: unknown; Math: object }
export type Begin = (around: Surroundings) => AppExports

const root = resolve(__dirname, '../../..')

/** `instead`: a file of the app by the end of its path, and what stands in its place: a guard that is off. */
export async function appCode(instead: Record<string, string> = {}): Promise<Begin> {
  const { outputFiles } = await build({
    entryPoints: [resolve(__dirname, 'app.ts')], bundle: true, write: false, format: 'iife', globalName: 'app', platform: 'neutral', mainFields: ['module', 'main'], conditions: ['import'], target: 'es2022',
    charset: 'utf8', logLevel: 'warning', alias: { '#contract': resolve(root, 'contract') }, define: { 'process.env.NODE_ENV': '"production"' }, plugins: [wechat, guardsOff(instead)],
  })
  const text = `${outputFiles[0]?.text ?? ''}\nreturn app`
  const made = new Function('Taro', 'Date', 'setTimeout', 'clearTimeout', 'Math', text) as (...around: unknown[]) => AppExports
  return ({ Taro, Date, setTimeout, clearTimeout, Math }) => made(Taro, Date, setTimeout, clearTimeout, Math)
}

/** Taro is what the phone hands in. */
const wechat: Plugin = {
  name: 'wechat',
  setup(builder) {
    builder.onResolve({ filter: /^@tarojs\/taro$/ }, ({ path }) => ({ path, namespace: 'wechat' }))
    builder.onLoad({ filter: /.*/, namespace: 'wechat' }, () => ({ contents: 'module.exports = Taro' }))
  },
}

const guardsOff = (instead: Record<string, string>): Plugin => ({
  name: 'guards-off',
  setup(builder) {
    for (const [ending, contents] of Object.entries(instead)) {
      builder.onLoad({ filter: new RegExp(`${ending.replaceAll('.', '\\.')}$`) }, () => ({ contents, loader: 'ts', resolveDir: root }))
    }
  },
})
