/**
 * What the view layer would draw: WeChat's own template and style compilers over a built mini-program. They add
 * members to built-in prototypes, so they run in a realm of their own.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'

/** A drawn node: text, or a tag with its attributes (camelCase) and children. */
export type Drawn = string | DrawnElement
export interface DrawnElement { tag: string; attr: Record<string, unknown>; children: Drawn[] }

type Generate = (data: unknown) => DrawnElement
interface Compiler { wxmlToJs(folder: string, options: { maxBuffer: number }): string }
/** The package's own face for styles loses what is wrong with them. */
type StyleCompiler = (folder: string, files: string[], options: { maxBuffer: number }) => object | Error

export interface Templates {
  draw(template: string, data: unknown): DrawnElement
}

const maxBuffer = 64 * 1024 * 1024

const compiled = new Map<string, Templates>()

/** Throws where a template or style does not compile. Once for all phones: a build does not change under the tests. */
export function templatesOf(folder: string): Templates {
  const known = compiled.get(folder) ?? compile(folder)
  compiled.set(folder, known)
  return known
}

function compile(folder: string): Templates {
  const require = createRequire(__filename)
  const { wxmlToJs } = require('miniprogram-compiler') as Compiler
  const realm = vm.createContext({ window: {} })
  const find = vm.runInContext(`(function (global) { ${wxmlToJs(folder, { maxBuffer })} })({})`, realm) as (template: string) => Generate | undefined
  const parse = vm.runInContext('JSON.parse', realm) as (text: string) => unknown
  // Styles are compiled for their mistakes only: there is no layout to put them on.
  const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wxss')).map((name) => name.slice(0, -'.wxss'.length))
  const outcome = (require('miniprogram-compiler/src/wcsc') as StyleCompiler)(folder, styles, { maxBuffer })
  if (outcome instanceof Error) throw outcome

  const draw = (template: string, data: unknown): DrawnElement => {
    const generate = find(template)
    if (!generate) throw new Error(`no template ${template}`)
    return expand(generate(parse(JSON.stringify(data))))
  }

  /** A native component of Taro's (it continues deep trees) stands for the template it names, fed by its properties. */
  const expand = (node: DrawnElement): DrawnElement => {
    const name = /^wx-(comp|custom-wrapper)$/.exec(node.tag)?.[1]
    if (name) return { ...node, children: draw(`${name}.wxml`, { i: node.attr.i, l: node.attr.l }).children }
    return { ...node, attr: node.attr ?? {}, children: (node.children ?? []).map((child) => (typeof child === 'object' ? expand(child) : String(child))) }
  }

  return { draw }
}
