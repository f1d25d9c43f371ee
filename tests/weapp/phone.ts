/**
 * One person's WeChat with the built mini-program open: launches the real output in dist/weapp and is walked by visible
 * words and taps. Draws with WeChat's own compilers (templates.ts); lays nothing out.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openidOf, type CastId } from '../../emulator/world/cast'
import type { OpenWorld } from '../../emulator/world/open-world'
import { cloudOfPhone, type CallMade } from './cloud-of-phone'
import { describe, openRealm, type Realm } from './realm'
import { templatesOf, type DrawnElement, type Templates } from './templates'
import { newPrivacy, permit } from './privacy'
import { everyElement, measure, named, nameOf, partWith, squeeze, textOf, type Found } from './tree'
import { api, everydayApis, newPhoneState, type PhoneState } from './wx'

type Handlers = Record<string, unknown>
interface Page extends Handlers { route: string; data: Record<string, unknown>; options: Record<string, string> }

export interface PhoneStats { setDataCalls: number; largestSetData: number; setDataBytes: number; nodes: number; depth: number; widest: number; nodesAt: string }

export interface AppJson { pages: string[]; subPackages?: { root: string; pages: string[] }[]; subpackages?: { root: string; pages: string[] }[] }

export function pagesOf(app: AppJson): string[] {
  const parts = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  return [...app.pages, ...parts.flatMap((part) => part.pages.map((page) => path.posix.join(part.root, page)))]
}

/** What a killed run leaves behind, out of its reach from now on: not its temporary files. */
function leftBy({ storage, locked, files, line, privacy }: PhoneState): Partial<PhoneState> {
  const lasting = [...files].filter(([path]) => !path.startsWith('http://tmp/'))
  return { storage: new Map(storage), locked: new Map(locked), files: new Map(lasting), line, privacy: { ...newPrivacy(), agreed: privacy.agreed } }
}

export class Phone {
  /** Anything a developer would see in red: errors, warnings of scripts, missing pages. */
  readonly problems: string[] = []
  readonly calls: CallMade[] = []
  readonly state: PhoneState
  readonly stats: PhoneStats = { setDataCalls: 0, largestSetData: 0, setDataBytes: 0, nodes: 0, depth: 0, widest: 0, nodesAt: '' }
  readonly app: AppJson
  readonly #realm: Realm
  readonly #templates: Templates
  readonly #configs = new Map<string, Handlers>()
  readonly #folder: string
  readonly #phoneCode: (number: string) => string
  #stack: Page[] = []
  #defining = ''
  #appInstance: Handlers = {}
  #drawn: DrawnElement | null = null

  /** `after`: another run of the app on the same phone, after that one was killed; what lay in storage lies there still. */
  constructor(folder: string, world: OpenWorld, who: CastId, after?: Phone) {
    this.#folder = folder
    this.state = after ? { ...newPhoneState(), ...leftBy(after.state) } : newPhoneState()
    this.#phoneCode = (number) => world.cloud.phoneCode(openidOf(who), number)
    this.app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
    this.#templates = templatesOf(folder)
    const wx: Record<string, unknown> = {}
    this.#realm = openRealm({
      folder,
      now: () => world.cloud.clock.now(),
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
    const cloud = cloudOfPhone(world, who, this.state, this.calls)
    const go = (name: string, work: (url: string, options: Record<string, unknown>) => void) => api(this.#realm, name, (options) => work(String(options.url ?? ''), options))
    Object.assign(wx, everydayApis(this.#realm, this.state), {
      navigateTo: go('navigateTo', (url) => this.#push(url)),
      redirectTo: go('redirectTo', (url) => { this.#pop(); this.#push(url) }),
      reLaunch: go('reLaunch', (url) => this.open(url)),
      switchTab: go('switchTab', (url) => this.open(url)),
      navigateBack: go('navigateBack', (_, { delta }) => this.back(Number(delta ?? 1))),
      downloadFile: api(this.#realm, 'downloadFile', (options) => cloud.downloadFile(options as { url: string; filePath?: string })),
      getLaunchOptionsSync: () => this.#realm.give({ path: this.app.pages[0], query: {}, scene: 1001 }),
      getEnterOptionsSync: () => this.#realm.give({ path: this.app.pages[0], query: {}, scene: 1001 }),
      cloud: {
        init: cloud.init,
        callFunction: api(this.#realm, 'cloud.callFunction', (options) => cloud.callFunction(options as { name: string; data: unknown })),
        uploadFile: api(this.#realm, 'cloud.uploadFile', (options) => cloud.uploadFile(options as { cloudPath: string; filePath: string })),
      },
    })
    this.#guard('app.js', () => {
      this.#load('app.js')
      this.#call(this.#appInstance, 'onLaunch', { path: this.app.pages[0], query: {}, scene: 1001 })
      this.#call(this.#appInstance, 'onShow', {})
    })
  }

  /** Leaves every open page and opens this one: `/pages/…?id=…`. */
  open(url: string): void {
    while (this.#stack.length > 0) this.#pop()
    this.#push(url)
  }

  back(delta = 1): void {
    for (let i = 0; i < delta && this.#stack.length > 1; i += 1) this.#pop()
    this.#call(this.#top(), 'onShow')
    this.#drawn = null
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

  /** Everything that can be read now: page, question, toasts. */
  get words(): string {
    const { dialog, toasts } = this.state
    return squeeze([textOf(this.page), ...(dialog ? [dialog.title, dialog.content, ...dialog.buttons] : []), ...toasts].join(' '))
  }

  /** Waits until the words can be read. */
  async sees(words: string, patience = 20_000): Promise<void> {
    await this.until(() => this.words.includes(words), `“${words}”`, patience)
  }

  async until(met: () => boolean, what: string, patience = 20_000): Promise<void> {
    const end = Date.now() + patience
    while (!met()) {
      if (Date.now() > end) throw new Error(`${what} did not come within ${patience} ms on ${this.route}. It reads: ${this.words}\n${this.problems.join('\n')}`)
      await new Promise((resolve) => { setTimeout(resolve, 15) })
    }
  }

  /** Waits until every call has been answered and drawn. */
  async rests(patience = 20_000): Promise<void> {
    const end = Date.now() + patience
    let quietSince = Date.now()
    // Skeletons wait 300 ms before they show, so rest is longer than that.
    while (Date.now() - quietSince < 400) {
      if (this.calls.some(({ answered }) => !answered)) quietSince = Date.now()
      if (Date.now() > end) throw new Error(`calls on ${this.route} were not answered within ${patience} ms`)
      await new Promise((resolve) => { setTimeout(resolve, 15) })
    }
  }

  /** Taps what bears this name; `beside` names words of the part of the page that is meant (a row, a card). */
  async tap(name: string, { beside = [] }: { beside?: string[] } = {}): Promise<void> {
    if (this.state.dialog?.buttons.includes(name)) return this.state.dialog.answer(name)
    await this.until(() => this.#find(name, beside).length > 0, `something to tap: “${name}”`)
    const [target] = this.#find(name, beside)
    if (target) {
      this.#send('touchstart', target, {})
      this.#send('tap', target, {})
    }
    if (target?.element.attr.openType === 'getPhoneNumber') void this.#giveNumber(target)
    if (target?.element.attr.openType === 'agreePrivacyAuthorization') {
      this.state.privacy.pressed.add(String(target.element.attr.id ?? ''))
      this.#send('agreeprivacyauthorization', target, {})
    }
    await this.#settle()
  }

  /** Types into the field with this label. */
  async type(label: string, value: string): Promise<void> {
    const isField = (element: DrawnElement) => /^wx-(input|textarea)$/.test(element.tag)
    const fields = () => named(this.page, label, (element) => isField(element)).concat(this.#fieldsBy(label, isField))
    await this.until(() => fields().length > 0, `a field “${label}”`)
    const [field] = fields()
    if (!field) return
    this.#send('focus', field, { value: field.element.attr.value ?? '' })
    this.#send('input', field, { value, cursor: value.length })
    await this.#settle()
    this.#send('blur', field, { value })
    await this.#settle()
  }

  /** A native picker, switch, checkbox or slider with this name is set to a value. */
  async change(name: string, detail: Record<string, unknown>): Promise<void> {
    await this.until(() => this.#find(name, []).length > 0, `something to change: “${name}”`)
    const [target] = this.#find(name, [])
    if (target) this.#send('change', target, detail)
    await this.#settle()
  }

  /** The name of the first control whose name has these words. */
  async control(words: string): Promise<string> {
    const find = () => everyElement(this.page).map(({ element }) => element).filter(isControl).map(nameOf).find((name) => name.includes(words))
    await this.until(() => find() !== undefined, `a control “${words}”`)
    return find() ?? ''
  }

  /** Controls that a screen reader could not name. */
  get nameless(): string[] {
    return everyElement(this.page).filter(({ element }) => isControl(element) && nameOf(element) === '').map(({ element }) => `${this.route}: ${element.tag} ${JSON.stringify(element.attr)}`)
  }

  /** Airplane mode and back, or into a café; the app is told as WeChat tells it. */
  goOn(line: PhoneState['line']): void {
    this.state.line = line
    for (const tell of this.state.networkListeners) tell(this.#realm.give({ isConnected: line !== 'closed', networkType: line === 'closed' ? 'none' : 'wifi' }))
  }

  /** The phone will hand over this picture when next asked for one. */
  hold(photo: Uint8Array): void {
    this.state.nextPhoto = `http://tmp/photo-${this.state.files.size + 1}.jpg`
    this.state.files.set(this.state.nextPhoto, photo)
  }

  close(): void {
    this.#realm.stop()
  }

  /** WeChat's own button: held until the contract is agreed to, then up to the person. */
  async #giveNumber(button: Found): Promise<void> {
    try {
      await permit(this.state.privacy, 'getPhoneNumber')
      if (this.state.number === null) throw new Error('user deny')
      this.#send('getphonenumber', button, { errMsg: 'getPhoneNumber:ok', code: this.#phoneCode(this.state.number) })
    } catch (error) {
      this.#send('getphonenumber', button, { errMsg: `getPhoneNumber:fail ${error instanceof Error ? error.message : ''}` })
    }
  }

  #fieldsBy(label: string, isField: (element: DrawnElement) => boolean): Found[] {
    return named(this.page, '', isField).filter(({ element }) => element.attr.placeholder === label || element.attr.name === label)
  }

  #find(name: string, beside: string[]): Found[] {
    const part = beside.length > 0 ? partWith(this.page, [name, ...beside]) : this.page
    if (!part) return []
    const found = [isControl, () => true].map((among) => named(part, name, among)).find((some) => some.length > 0) ?? []
    // The way up from the part, so that a tap rises through the whole page.
    const above = part === this.page ? [] : this.#pathTo(part)
    return found.map(({ element, ancestors }) => ({ element, ancestors: [...above, ...ancestors] }))
  }

  #pathTo(wanted: DrawnElement): DrawnElement[] {
    const walk = (element: DrawnElement, above: DrawnElement[]): DrawnElement[] | null => {
      if (element === wanted) return above
      for (const child of element.children) {
        const found = typeof child === 'string' ? null : walk(child, [...above, element])
        if (found) return found
      }
      return null
    }
    return walk(this.page, []) ?? []
  }

  /** As WeChat does: from the target upwards while handlers are bound, ending at one that catches. */
  #send(type: string, { element, ancestors }: Found, detail: Record<string, unknown>): void {
    const bubbles = type === 'tap' || type === 'touchstart'
    const way = bubbles ? [element, ...[...ancestors].reverse()] : [element]
    if (way.some((one) => one.tag === 'wx-button' && one.attr.disabled === true)) throw new Error(`“${nameOf(element)}” is disabled`)
    const face = (one: DrawnElement) => ({ id: String(one.attr.id ?? ''), dataset: { sid: one.attr['data-sid'] ?? one.attr.dataSid }, offsetLeft: 0, offsetTop: 0 })
    for (const one of way) {
      const caught = one.attr[`catch${type}`]
      const handler = caught ?? one.attr[`bind${type}`]
      if (typeof handler === 'string' && handler !== '') {
        const event = this.#realm.give({ type, timeStamp: Date.now(), detail, touches: [], changedTouches: [], target: face(element), currentTarget: face(one), mark: {} })
        this.#guard(`${type} on “${nameOf(element)}”`, () => this.#call(this.#top(), handler, event))
      }
      if (caught) return
    }
  }

  #push(url: string): void {
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
      const page = Object.assign({}, config, { route: place, __route__: place, options, data: this.#realm.give(config.data ?? {}), selectComponent: () => null, selectAllComponents: () => [] }) as unknown as Page
      page.setData = (data: Record<string, unknown>, done?: () => void) => this.#setData(page, data, done)
      this.#stack.push(page)
      this.#drawn = null
      this.#call(page, 'onLoad', this.#realm.give(options))
      this.#call(page, 'onShow')
      this.#call(page, 'onReady')
    })
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
    this.#realm.load(file)
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

  /** Lets what a tap started come to its first rest. */
  #settle(): Promise<void> {
    return new Promise((resolve) => { setTimeout(resolve, 30) })
  }
}

const isControl = (element: DrawnElement) => /^wx-(button|input|textarea|picker|switch|checkbox|radio|slider)$/.test(element.tag)

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
