/**
 * What the view layer would draw: WeChat's own template and style compilers over a built mini-program. They add
 * members to built-in prototypes, so they run in a realm of their own.
 */
import { createRequire } from 'node:module'
import vm from 'node:vm'

/** A drawn node: text, or a tag with its attributes (camelCase) and children. */
export type Drawn = string | DrawnElement
export interface DrawnElement { tag: string; attr: Record<string, unknown>; children: Drawn[] }

type Generate = (data: unknown) => DrawnElement
interface Compiler {
  wxmlToJs(folder: string, options: { maxBuffer: number }): string
  wxssToJs(folder: string, options: { maxBuffer: number }): string
}

export interface Templates {
  draw(template: string, data: unknown): DrawnElement
}

const maxBuffer = 64 * 1024 * 1024

/** Throws where a template or style does not compile. */
export function compileTemplates(folder: string): Templates {
  const compiler = createRequire(__filename)('miniprogram-compiler') as Compiler
  const realm = vm.createContext({ window: {} })
  const find = vm.runInContext(`(function (global) { ${compiler.wxmlToJs(folder, { maxBuffer })} })({})`, realm) as (template: string) => Generate | undefined
  const parse = vm.runInContext('JSON.parse', realm) as (text: string) => unknown
  // Styles are compiled for their mistakes only: there is no layout to put them on.
  compiler.wxssToJs(folder, { maxBuffer })

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
