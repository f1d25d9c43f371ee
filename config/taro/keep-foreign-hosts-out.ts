/**
 * Nothing of Linli may ask a foreign host for a picture or a font. @taroify names two: an icon font (we draw our own icons, so
 * its stylesheet is replaced by an empty one) and the pictures of Empty (their addresses are blanked before bundling).
 */
import path from 'node:path'
import webpack from 'webpack'

/** As much of webpack-chain as is used here; its own types come in a version that Taro does not share. */
export interface Chain {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): unknown }
  module: { rule(name: string): { test(files: RegExp): { enforce(when: 'pre'): { use(name: string): { loader(file: string): unknown } } } } }
}

const nothing = path.resolve(__dirname, './nothing.scss')

export function keepForeignHostsOut(chain: Chain): void {
  chain.plugin('noForeignFont').use(webpack.NormalModuleReplacementPlugin, [
    /van[\\/](index\.s?css|VanIcon\.scss)$/,
    (asked: { context: string; request: string }) => {
      if (/@taroify[\\/]icons/.test(asked.context + asked.request)) asked.request = nothing
    },
  ])
  chain.module.rule('noForeignPictures').test(/@taroify[\\/].*\.js$/).enforce('pre').use('blank').loader(path.resolve(__dirname, './blank-foreign-urls.cjs'))
}
