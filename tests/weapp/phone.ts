/**
 * One person's WeChat with the built mini-program open, walked by visible words and taps. Runs the real output (running-app.ts); lays nothing out.
 */
import { openidOf, type CastId } from '../../emulator/world/cast'
import type { OpenWorld } from '../../emulator/world/open-world'
import { cloudOfPhone, type CallMade } from './cloud-of-phone'
import { newPrivacy, permit } from './privacy'
import { RunningApp } from './running-app'
import type { DrawnElement } from './templates'
import { everyElement, named, nameOf, partWith, squeeze, textOf, type Found } from './tree'
import { api, everydayApis, newPhoneState, type PhoneState } from './wx'

/** What a killed run leaves behind, out of its reach from now on: not its temporary files. */
function leftBy({ storage, locked, files, line, privacy, clockOff }: PhoneState): Partial<PhoneState> {
  const lasting = [...files].filter(([path]) => !path.startsWith('http://tmp/'))
  return { storage: new Map(storage), locked: new Map(locked), files: new Map(lasting), line, clockOff, privacy: { ...newPrivacy(), agreed: privacy.agreed } }
}

/** In ms: a busy machine may be slow, and what never comes is told a little later. */
const mostPatience = 60_000

export class Phone extends RunningApp {
  readonly calls: CallMade[] = []
  readonly state: PhoneState
  readonly #phoneCode: (number: string) => string

  /** `after`: another run of the app on the same phone, after that one was killed; what lay in storage lies there still. */
  constructor(folder: string, world: OpenWorld, who: CastId, after?: Phone) {
    const state: PhoneState = after ? { ...newPhoneState(), ...leftBy(after.state) } : newPhoneState()
    const wx: Record<string, unknown> = {}
    super(folder, wx, () => world.cloud.clock.now() + state.clockOff)
    this.state = state
    this.#phoneCode = (number) => world.cloud.phoneCode(openidOf(who), number)
    const cloud = cloudOfPhone(world, who, this.state, this.calls)
    const go = (name: string, work: (url: string, options: Record<string, unknown>) => void) => api(this.realm, name, (options) => work(String(options.url ?? ''), options))
    const launched = () => this.realm.give({ path: this.app.pages[0], query: {}, scene: 1001 })
    Object.assign(wx, everydayApis(this.realm, this.state), {
      navigateTo: go('navigateTo', (url) => this.push(url)),
      redirectTo: go('redirectTo', (url) => this.replace(url)),
      reLaunch: go('reLaunch', (url) => this.open(url)),
      switchTab: go('switchTab', (url) => this.open(url)),
      navigateBack: go('navigateBack', (_, { delta }) => this.back(Number(delta ?? 1))),
      downloadFile: api(this.realm, 'downloadFile', (options) => cloud.downloadFile(options as { url: string; filePath?: string })),
      getLaunchOptionsSync: launched,
      getEnterOptionsSync: launched,
      cloud: {
        init: cloud.init,
        callFunction: api(this.realm, 'cloud.callFunction', (options) => cloud.callFunction(options as { name: string; data: unknown })),
        uploadFile: api(this.realm, 'cloud.uploadFile', (options) => cloud.uploadFile(options as { cloudPath: string; filePath: string })),
      },
    })
    this.launch()
  }

  /** Everything that can be read now: page, question, toasts. */
  get words(): string {
    const { dialog, toasts } = this.state
    return squeeze([textOf(this.page), ...(dialog ? [dialog.title, dialog.content, ...dialog.buttons] : []), ...toasts].join(' '))
  }

  /** Waits until the words can be read. */
  async sees(words: string, patience = mostPatience): Promise<void> {
    await this.until(() => this.words.includes(words), `“${words}”`, patience)
  }

  async until(met: () => boolean, what: string, patience = mostPatience): Promise<void> {
    const end = Date.now() + patience
    while (!met()) {
      if (Date.now() > end) throw new Error(`${what} did not come within ${patience} ms on ${this.route}. It reads: ${this.words}\n${this.problems.join('\n')}`)
      await new Promise((resolve) => { setTimeout(resolve, 15) })
    }
  }

  /** Waits until every call has been answered and drawn. */
  async rests(patience = mostPatience): Promise<void> {
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
      this.send('touchstart', target, {})
      this.send('tap', target, {})
    }
    if (target?.element.attr.openType === 'getPhoneNumber') void this.#giveNumber(target)
    if (target?.element.attr.openType === 'agreePrivacyAuthorization') {
      this.state.privacy.pressed.add(String(target.element.attr.id ?? ''))
      this.send('agreeprivacyauthorization', target, {})
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
    this.send('focus', field, { value: field.element.attr.value ?? '' })
    this.send('input', field, { value, cursor: value.length })
    await this.#settle()
    this.send('blur', field, { value })
    await this.#settle()
  }

  /** A native picker, switch, checkbox or slider with this name is set to a value. */
  async change(name: string, detail: Record<string, unknown>): Promise<void> {
    await this.until(() => this.#find(name, []).length > 0, `something to change: “${name}”`)
    const [target] = this.#find(name, [])
    if (target) this.send('change', target, detail)
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
    for (const tell of this.state.networkListeners) tell(this.realm.give({ isConnected: line !== 'closed', networkType: line === 'closed' ? 'none' : 'wifi' }))
  }

  /** The phone will hand over this picture when next asked for one. */
  hold(photo: Uint8Array): void {
    this.state.nextPhoto = `http://tmp/photo-${this.state.files.size + 1}.jpg`
    this.state.files.set(this.state.nextPhoto, photo)
  }

  /** WeChat's own button: held until the contract is agreed to, then up to the person. */
  async #giveNumber(button: Found): Promise<void> {
    try {
      await permit(this.state.privacy, 'getPhoneNumber')
      if (this.state.number === null) throw new Error('user deny')
      this.send('getphonenumber', button, { errMsg: 'getPhoneNumber:ok', code: this.#phoneCode(this.state.number) })
    } catch (error) {
      this.send('getphonenumber', button, { errMsg: `getPhoneNumber:fail ${error instanceof Error ? error.message : ''}` })
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

  /** Lets what a tap started come to its first rest. */
  #settle(): Promise<void> {
    return new Promise((resolve) => { setTimeout(resolve, 30) })
  }
}

const isControl = (element: DrawnElement) => /^wx-(button|input|textarea|picker|switch|checkbox|radio|slider)$/.test(element.tag)
