/** The real output in dist/weapp, running: its scripts in a realm of their own, its pages on a stack, what they set drawn by WeChat's own compilers, and events sent up the tree as WeChat does. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, openRealm, type Realm } from './realm'
import { templatesOf, type DrawnElement, type Templates } from './templates'
import { measure, nameOf, type Found } from './tree'

type Handlers = Record<string, unknown>
interface Page extends Handlers { route: string; data: Record<string, unknown>; options: Record<string, string> }

export interface RunStats { setDataCalls: number; largestSetData: number; setDataBytes: number; nodes: number; depth: number; widest: number; nodesAt: string }

interface AppJson { pages: string[]; subPackages?: { root: string; pages: string[] }[]; subpackages?: { root: string; pages: string[] }[] }

export function pagesOf(app: AppJson): string[] {
  const parts = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  return [...app.pages, ...parts.flatMap((part) => part.pages.map((page) => path.posix.join(part.root, page)))]
}

export class RunningApp {
  /** Anything a developer would see in red: errors, warnings of scripts, missing pages. */
  readonly problems: string[] = []
  readonly stats: RunStats = { setDataCalls: 0, largestSetData: 0, setDataBytes: 0, nodes: 0, depth: 0, widest: 0, nodesAt: '' }
  readonly app: AppJson
  readonly realm: Realm
  readonly #templates: Templates
  readonly #configs = new Map<string, Handlers>()
  readonly #folder: string
  #stack: Page[] = []
  #defining = ''
  #appInstance: Handlers = {}
  #drawn: DrawnElement | null = null

  /** `wx`: may be filled until `launch`. */
  constructor(folder: string, wx: Record<string, unknown>, now: () => number) {
    this.#folder = folder
    this.app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
    this.#templates = templatesOf(folder)
    this.realm = openRealm({
      folder,
      now,
      onProblem: (problem) => this.problems.push(problem),
      globals: {
        wx,
        App: (config: Handlers) => { this.#appInstance = config },
        Page: (config: Handlers) => { this.#configs.set(this.#defining, config) },
        Component: (config: Handlers) => { this.#configs.set(this.#defining, config) },
        Behavior: (config: Handlers) => config,
        getApp: () => this.#appInstance,
        getCurrentPages: () => [...this.#stack],
      },
    })
  }

  launch(): void {
    this.#guard('app.js', () => {
      this.#load('app.js')
      this.#call(this.#appInstance, 'onLaunch', { path: this.app.pages[0], query: {}, scene: 1001 })
      this.#call(this.#appInstance, 'onShow', {})
    })
  }

  /** Leaves every open page and opens this one: `/pages/…?id=…`. */
  open(url: string): void {
    while (this.#stack.length > 0) this.#pop()
    this.push(url)
  }

  back(delta = 1): void {
    for (let i = 0; i < delta && this.#stack.length > 1; i += 1) this.#pop()
    this.#call(this.#top(), 'onShow')
    this.#drawn = null
  }

  /** In the place of the page that is open. */
  replace(url: string): void {
    this.#pop()
    this.push(url)
  }

  get route(): string {
    return this.#top().route
  }

  /** The whole page, drawn. */
  get page(): DrawnElement {
    const top = this.#top()
    this.#drawn ??= this.#draw(top)
    return this.#drawn
  }

  /** As WeChat does: from the target upwards while handlers are bound, ending at one that catches. */
  send(type: string, { element, ancestors }: Found, detail: Record<string, unknown>): void {
    const bubbles = type === 'tap' || type === 'touchstart'
    const way = bubbles ? [element, ...[...ancestors].reverse()] : [element]
    if (way.some((one) => one.tag === 'wx-button' && one.attr.disabled === true)) throw new Error(`“${nameOf(element)}” is disabled`)
    const face = (one: DrawnElement) => ({ id: String(one.attr.id ?? ''), dataset: { sid: one.attr['data-sid'] ?? one.attr.dataSid }, offsetLeft: 0, offsetTop: 0 })
    for (const one of way) {
      const caught = one.attr[`catch${type}`]
      const handler = caught ?? one.attr[`bind${type}`]
      if (typeof handler === 'string' && handler !== '') {
        const event = this.realm.give({ type, timeStamp: Date.now(), detail, touches: [], changedTouches: [], target: face(element), currentTarget: face(one), mark: {} })
        this.#guard(`${type} on “${nameOf(element)}”`, () => this.#call(this.#top(), handler, event))
      }
      if (caught) return
    }
  }

  push(url: string): void {
    const [place = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!pagesOf(this.app).includes(place)) {
      this.problems.push(`app.json has no page ${place}`)
      throw new Error(`page "${place}" is not found`)
    }
    const options = Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split('=').map((part, i) => (i === 0 ? part : decodeURIComponent(part))) as [string, string]))
    this.#guard(place, () => {
      for (const file of this.#scriptsOf(place)) this.#load(file)
      const config = this.#configs.get(`${place}.js`)
      if (!config) throw new Error(`${place}.js defines no page`)
      const page = Object.assign({}, config, { route: place, __route__: place, options, data: this.realm.give(config.data ?? {}), selectComponent: () => null, selectAllComponents: () => [] }) as unknown as Page
      page.setData = (data: Record<string, unknown>, done?: () => void) => this.#setData(page, data, done)
      this.#stack.push(page)
      this.#drawn = null
      this.#call(page, 'onLoad', this.realm.give(options))
      this.#call(page, 'onShow')
      this.#call(page, 'onReady')
    })
  }

  close(): void {
    this.realm.stop()
  }

  /** The components that the page's json names, with theirs, then the page itself. */
  #scriptsOf(place: string): string[] {
    const json = path.join(this.#folder, `${place}.json`)
    if (!existsSync(json)) throw new Error(`${place}.json is missing`)
    const { usingComponents = {} } = JSON.parse(readFileSync(json, 'utf8')) as { usingComponents?: Record<string, string> }
    return [...Object.values(usingComponents).map((one) => `${path.posix.join(path.posix.dirname(place), one)}.js`), `${place}.js`]
  }

  #pop(): void {
    const page = this.#stack.pop()
    if (page) this.#call(page, 'onUnload')
    this.#drawn = null
  }

  #top(): Page {
    const top = this.#stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  #load(file: string): void {
    this.#defining = file
    this.realm.load(file)
  }

  #call(on: Handlers, name: string, ...given: unknown[]): void {
    const handler = on[name]
    if (typeof handler === 'function') handler.apply(on, given)
  }

  #guard(where: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.problems.push(`${where}: ${describe(error)}`)
    }
  }

  #setData(page: Page, data: Record<string, unknown>, done?: () => void): void {
    const text = JSON.stringify(data)
    const size = Buffer.byteLength(text)
    this.stats.setDataCalls += 1
    this.stats.setDataBytes += size
    this.stats.largestSetData = Math.max(this.stats.largestSetData, size)
    for (const [place, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) setAt(page.data, place, value)
    this.#drawn = null
    setTimeout(() => this.#guard('after setData', () => done?.()), 0)
  }

  #draw(page: Page): DrawnElement {
    const drawn = this.#templates.draw(`${page.route}.wxml`, page.data)
    const { nodes, depth, widest } = measure(drawn)
    if (nodes > this.stats.nodes) Object.assign(this.stats, { nodes, nodesAt: page.route })
    this.stats.depth = Math.max(this.stats.depth, depth)
    this.stats.widest = Math.max(this.stats.widest, widest)
    return drawn
  }
}

/** `root.cn.[0].v` as setData reads it. */
function setAt(data: Record<string, unknown>, place: string, value: unknown): void {
  const steps = [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((step) => (step[1] === undefined ? step[2] ?? '' : Number(step[1])))
  let at = data as Record<string | number, unknown>
  steps.slice(0, -1).forEach((step, i) => {
    at[step] ??= typeof steps[i + 1] === 'number' ? [] : {}
    at = at[step] as Record<string | number, unknown>
  })
  const last = steps.at(-1)
  if (last !== undefined) at[last] = value
}
