/**
 * Where a mini-program's scripts run: ECMAScript's own built-ins, timers, a console and what WeChat hands in. There is
 * no window, URL, fetch or AbortController, and no code from strings, as in WeChat.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

export interface Realm {
  /** Loads a script of the built folder once, as WeChat's `require` does. */
  load(file: string): unknown
  /** A value that crosses into the realm, by way of JSON. */
  give<T>(value: T): T
  /** Bytes that cross into the realm, as it knows them. */
  bytes(bytes: Uint8Array): ArrayBuffer
  /** A promise of the realm's own kind for one of ours; its value crosses as it is. */
  promise<T>(work: Promise<T>): Promise<T>
  stop(): void
}

export interface RealmOptions {
  folder: string
  /** The device's clock, in ms. */
  now: () => number
  globals: Record<string, unknown>
  onProblem: (problem: string) => void
}

/** Compiled once for all phones: a build does not change under the tests. */
const scripts = new Map<string, vm.Script>()

export function openRealm({ folder, now, globals, onProblem }: RealmOptions): Realm {
  const timers = new Map<number, NodeJS.Timeout>()
  let lastTimer = 0
  const guarded = (work: unknown, args: unknown[]) => {
    try {
      (work as (...given: unknown[]) => void)(...args)
    } catch (error) {
      onProblem(`in a timer: ${describe(error)}`)
    }
  }
  const startTimer = (repeat: boolean) => (work: unknown, ms?: number, ...args: unknown[]) => {
    const id = (lastTimer += 1)
    const timer = repeat
      ? setInterval(() => guarded(work, args), ms)
      : setTimeout(() => { timers.delete(id); guarded(work, args) }, ms)
    timers.set(id, timer)
    return id
  }
  const stopTimer = (id: number) => { clearTimeout(timers.get(id)); timers.delete(id) }
  const complain = (kind: string) => (...words: unknown[]) => onProblem(`console.${kind}: ${words.map(describe).join(' ')}`)

  const context = vm.createContext({
    ...globals,
    setTimeout: startTimer(false), setInterval: startTimer(true), clearTimeout: stopTimer, clearInterval: stopTimer,
    console: { log() {}, info() {}, debug() {}, group() {}, groupEnd() {}, warn: complain('warn'), error: complain('error') },
    linliNow: now,
  }, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(`{
    const now = linliNow; delete globalThis.linliNow
    const Real = Date
    globalThis.Date = class Date extends Real { constructor(...given) { given.length ? super(...given) : super(now()) } static now() { return now() } }
  }`, context)
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => unknown
  const bufferOf = vm.runInContext('(size) => new ArrayBuffer(size)', context) as (size: number) => ArrayBuffer
  const promiseOf = vm.runInContext('(start) => new Promise(start)', context) as <T>(start: (resolve: (value: T) => void, reject: (error: unknown) => void) => void) => Promise<T>

  const modules = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const full = path.join(folder, file)
    if (!existsSync(full)) throw new Error(`no script ${file}`)
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const script = scripts.get(full) ?? new vm.Script(`(function (require, module, exports) {${readFileSync(full, 'utf8')}\n})`, { filename: file })
    scripts.set(full, script)
    const from = path.posix.dirname(file)
    const run = script.runInContext(context) as (require: (name: string) => unknown, module: object, exports: unknown) => void
    run((name) => load(path.posix.join(from, name.endsWith('.js') ? name : `${name}.js`)), module, module.exports)
    return module.exports
  }

  return {
    load,
    give: (value) => (value === undefined ? value : parse(JSON.stringify(value)) as typeof value),
    bytes: (bytes) => { const buffer = bufferOf(bytes.length); new Uint8Array(buffer).set(bytes); return buffer },
    promise: (work) => promiseOf((resolve, reject) => { work.then(resolve, reject) }),
    stop: () => { for (const timer of timers.values()) clearTimeout(timer) },
  }
}

export function describe(value: unknown): string {
  if (typeof value === 'string') return value
  if (value && typeof value === 'object' && 'message' in value) return String((value as { stack?: unknown }).stack ?? value.message).split('\n').slice(0, 4).join(' | ')
  return JSON.stringify(value) ?? String(value)
}
