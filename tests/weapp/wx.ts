/**
 * What WeChat hands to a mini-program besides pages and the cloud, as far as Linli uses it. What is not here is
 * missing, as on an old phone; nothing pretends to have been done.
 */
import { randomBytes } from 'node:crypto'
import { imageSize } from 'image-size'
import { newPrivacy, permit, type Privacy } from './privacy'
import type { Realm } from './realm'
import { jpegOf, surfaceOf, type Surface } from './canvas'
import type { PhoneFiles } from './cloud-of-phone'

export interface Dialog { title: string; content: string; buttons: string[]; answer: (button: string) => void }

export interface PhoneState {
  files: PhoneFiles
  storage: Map<string, string>
  /** What was stored with `encrypt: true`: WeChat encrypts it, and gives it only to whoever asks with the same word. */
  locked: Map<string, string>
  /** A question that waits for its answer: a modal, or an action sheet. */
  dialog: Dialog | null
  toasts: string[]
  opened: { path: string; fileType?: string }[]
  /** What the camera or album will give next. */
  nextPhoto: string | null
  /** What the person gives when asked for their number; null: they do not. */
  number: string | null
  /** What the camera reads when it next scans; null: the person closes it. */
  nextScan: string | null
  /** What is picked when the map next opens; null: the person closes it; `broken`: the map does not open. */
  nextPlace: { name: string; address: string; latitude: number | string; longitude: number | string } | 'broken' | null
  privacy: Privacy
  /** The network that the phone says it has. */
  network: 'wifi' | '4g'
  clipboard: string
  /** Pictures that were held out to be sent into a chat. */
  shown: string[]
  /** How far the phone's own clock is off, in ms. */
  clockOff: number
  /** The way to the cloud; `login-page`: a café's network that answers everything with 200 and a page of its own. */
  line: 'open' | 'closed' | 'login-page'
  /** Whom the app asked to be told when the network changes. */
  networkListeners: ((told: { isConnected: boolean; networkType: string }) => void)[]
  /** Files that were sent into a chat. */
  sent: { name: string; text: string }[]
}

export function newPhoneState(): PhoneState {
  return { files: new Map(), storage: new Map(), locked: new Map(), dialog: null, toasts: [], opened: [], nextPhoto: null, number: null, nextScan: null, nextPlace: null, privacy: newPrivacy(), network: 'wifi', clipboard: '', shown: [], sent: [], clockOff: 0, line: 'open', networkListeners: [] }
}

type Options = Record<string, unknown>
type Work = (options: Options) => unknown

interface Reply { success?: (value: unknown) => void; fail?: (error: unknown) => void; complete?: (value: unknown) => void }

/** An API in WeChat's two manners: with success/fail/complete, and as a promise. */
export function api(realm: Realm, name: string, work: Work) {
  return (options: Options & Reply = {}) => {
    const done = Promise.resolve().then(() => work(options)).then(
      (value) => {
        const { bytes, ...plain } = (value ?? {}) as { bytes?: Uint8Array }
        const given = realm.give({ errMsg: `${name}:ok`, ...plain })
        return bytes ? Object.assign(given, { data: realm.bytes(bytes) }) : given
      },
      (error: unknown) => { throw realm.give({ errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }) },
    )
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return realm.promise(done)
    done.then((value) => { success?.(value); complete?.(value) }, (error: unknown) => { fail?.(error); complete?.(error) })
    return undefined
  }
}

const window375 = { windowWidth: 375, windowHeight: 724, screenWidth: 375, screenHeight: 812, statusBarHeight: 44, pixelRatio: 2, screenTop: 88, safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 } }
const base = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeScaleFactor: 1, fontSizeSetting: 16, enableDebug: false, host: { appId: '' } }
const device = { brand: 'test', model: 'test', platform: 'android', system: 'Android 13', deviceAbi: 'arm64' }

export function everydayApis(realm: Realm, state: PhoneState) {
  let drawn = 0
  const quiet = ['setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor', 'pageScrollTo', 'stopPullDownRefresh', 'hideToast', 'showLoading', 'hideLoading', 'showShareMenu', 'hideShareMenu', 'previewImage', 'vibrateShort', 'setKeepScreenOn', 'hideKeyboard']
  const named: Record<string, Work> = {
    getSystemInfo: () => ({ ...window375, ...base, ...device }),
    getNetworkType: () => ({ networkType: state.network }),
    setClipboardData: ({ data }) => { state.clipboard = String(data) },
    showShareImageMenu: ({ path }) => {
      if (!state.files.has(String(path))) throw new Error('file doesn\'t exist')
      state.shown.push(String(path))
    },
    canvasToTempFilePath: ({ canvas, quality }) => {
      const path = `http://tmp/drawn-${(drawn += 1)}.jpg`
      state.files.set(path, jpegOf(canvas as Surface, Number(quality)))
      return { tempFilePath: path }
    },
    getSetting: () => ({ authSetting: {} }),
    showToast: ({ title }) => void state.toasts.push(String(title)),
    showModal: (options) => ask(state, options, [String(options.confirmText ?? '确定'), ...(options.showCancel === false ? [] : [String(options.cancelText ?? '取消')])])
      .then((button) => ({ confirm: button === String(options.confirmText ?? '确定'), cancel: button !== String(options.confirmText ?? '确定') })),
    showActionSheet: (options) => {
      const items = options.itemList as string[]
      return ask(state, options, [...items, '取消']).then((button) => {
        if (button === '取消') throw new Error('cancel')
        return { tapIndex: items.indexOf(button) }
      })
    },
    requirePrivacyAuthorize: () => permit(state.privacy, 'requirePrivacyAuthorize'),
    openPrivacyContract: () => { state.privacy.contractsOpened += 1 },
    chooseMedia: async () => {
      await permit(state.privacy, 'chooseMedia')
      const path = takePhoto(state)
      return { type: 'image', tempFiles: [{ tempFilePath: path, size: state.files.get(path)?.byteLength ?? 0, fileType: 'image' }] }
    },
    chooseImage: async () => {
      await permit(state.privacy, 'chooseImage')
      const path = takePhoto(state)
      return { tempFilePaths: [path], tempFiles: [{ path, size: state.files.get(path)?.byteLength ?? 0 }] }
    },
    scanCode: () => {
      if (state.nextScan === null) throw new Error('cancel')
      return { result: state.nextScan, scanType: 'QR_CODE' }
    },
    chooseLocation: async () => {
      await permit(state.privacy, 'chooseLocation')
      if (state.nextPlace === null) throw new Error('cancel')
      if (state.nextPlace === 'broken') throw new Error('auth deny')
      return state.nextPlace
    },
    getImageInfo: ({ src }) => {
      const bytes = state.files.get(String(src))
      if (!bytes) throw new Error('file not found')
      const { width, height, type } = imageSize(bytes)
      return { width, height, type, path: src, orientation: 'up' }
    },
    openDocument: ({ filePath, fileType }) => {
      if (!state.files.has(String(filePath))) throw new Error('file doesn\'t exist')
      state.opened.push({ path: String(filePath), ...(fileType ? { fileType: String(fileType) } : {}) })
    },
    shareFileMessage: ({ filePath, fileName }) => {
      const bytes = state.files.get(String(filePath))
      if (!bytes) throw new Error('file doesn\'t exist')
      state.sent.push({ name: String(fileName), text: Buffer.from(bytes).toString('utf8') })
    },
    setStorage: ({ key, data, encrypt }) => void (encrypt === true ? state.locked : state.storage).set(String(key), JSON.stringify(data)),
    getStorage: ({ key, encrypt }) => {
      const text = (encrypt === true ? state.locked : state.storage).get(String(key))
      if (text === undefined) throw new Error('data not found')
      return { data: JSON.parse(text) as unknown }
    },
    removeStorage: ({ key }) => { state.storage.delete(String(key)); state.locked.delete(String(key)) },
  }
  const listeners = ['onNetworkStatusChange', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange', 'onAppShow', 'onAppHide', 'onWindowResize', 'onKeyboardHeightChange', 'onMemoryWarning']
  return {
    ...Object.fromEntries(quiet.map((name) => [name, api(realm, name, () => undefined)])),
    ...Object.fromEntries(Object.entries(named).map(([name, work]) => [name, api(realm, name, work)])),
    ...Object.fromEntries(listeners.flatMap((name) => [name, name.replace(/^on/, 'off')]).map((name) => [name, nothing])),
    onNetworkStatusChange: (listener: PhoneState['networkListeners'][number]) => { state.networkListeners.push(listener) },
    onNeedPrivacyAuthorization: (listener: NonNullable<Privacy['listener']>) => { state.privacy.listener = listener },
    getRandomValues: ({ length, success }: { length: number; success?: (given: { randomValues: ArrayBuffer; errMsg: string }) => void }) => {
      // Bytes cross as they are, not by way of JSON.
      setTimeout(() => success?.({ randomValues: Uint8Array.from(randomBytes(length)).buffer, errMsg: 'getRandomValues:ok' }), 0)
    },
    env: { USER_DATA_PATH: 'http://usr' },
    canIUse: () => true,
    nextTick: (work: () => void) => { setTimeout(work, 0) },
    getSystemInfoSync: () => realm.give({ ...window375, ...base, ...device }),
    getWindowInfo: () => realm.give(window375),
    getAppBaseInfo: () => realm.give(base),
    getDeviceInfo: () => realm.give(device),
    getAccountInfoSync: () => realm.give({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => realm.give({ left: 281, top: 48, width: 87, height: 32, right: 368, bottom: 80 }),
    getStorageSync: (key: string) => realm.give(JSON.parse(state.storage.get(key) ?? '""') as unknown),
    setStorageSync: (key: string, value: unknown) => store(state, key, JSON.stringify(value)),
    getStorageInfoSync: () => realm.give({ keys: [...state.storage.keys()], currentSize: Math.ceil(storedLetters(state) / 1024), limitSize: mostStored / 1024 }),
    clearStorageSync: () => { state.storage.clear(); state.locked.clear() },
    removeStorageSync: (key: string) => void state.storage.delete(key),
    getFileSystemManager: () => fileSystem(realm, state.files),
    createOffscreenCanvas: (size: { width: number; height: number }) => surfaceOf(size, state.files),
    createSelectorQuery: () => selectorQuery(realm),
    createIntersectionObserver: () => observer(),
    createAnimation: () => animation(realm),
  }
}

/** What WeChat gives a mini-program: 1 MB an entry and 10 MB in all, counted here in letters; 200 MB of files, in bytes. */
const [mostAnEntry, mostStored, mostInFiles] = [1024 * 1024, 10 * 1024 * 1024, 200_000_000]

function storedLetters({ storage }: PhoneState): number {
  return [...storage].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
}

function store(state: PhoneState, key: string, text: string): void {
  if (text.length > mostAnEntry) throw new Error('setStorageSync:fail:entry size limit reached')
  if (storedLetters(state) - (state.storage.get(key)?.length ?? -key.length) + text.length > mostStored) throw new Error('setStorageSync:fail exceed storage max size 10Mb')
  state.storage.set(key, text)
}

function ask(state: PhoneState, { title, content }: Options, buttons: string[]): Promise<string> {
  return new Promise((resolve) => {
    state.dialog = { title: String(title ?? ''), content: String(content ?? ''), buttons, answer: (button) => { state.dialog = null; resolve(button) } }
  })
}

function takePhoto(state: PhoneState): string {
  if (!state.nextPhoto) throw new Error('cancel')
  const path = state.nextPhoto
  state.nextPhoto = null
  return path
}

function fileSystem(realm: Realm, files: PhoneFiles) {
  const get = (path: unknown) => {
    const bytes = files.get(String(path))
    if (!bytes) throw new Error(`no such file or directory ${String(path)}`)
    return bytes
  }
  return {
    saveFile: api(realm, 'saveFile', ({ tempFilePath, filePath }) => {
      const saved = String(filePath ?? `http://usr/saved-${files.size + 1}.jpg`)
      files.set(saved, get(tempFilePath))
      files.delete(String(tempFilePath))
      return { savedFilePath: saved }
    }),
    writeFile: api(realm, 'writeFile', ({ filePath, data, encoding }) => void files.set(String(filePath), Buffer.from(String(data), encoding === 'base64' ? 'base64' : 'utf8'))),
    mkdir: api(realm, 'mkdir', () => undefined),
    readdir: api(realm, 'readdir', ({ dirPath }) => ({ files: [...files.keys()].filter((path) => path.startsWith(`${String(dirPath)}/`)).map((path) => path.slice(String(dirPath).length + 1)) })),
    copyFile: api(realm, 'copyFile', ({ srcPath, destPath }) => {
      const lasting = [...files].filter(([path]) => path.startsWith('http://usr')).reduce((sum, [, bytes]) => sum + bytes.length, 0)
      if (lasting + get(srcPath).length > mostInFiles) throw new Error('the maximum size of the file storage limit is exceeded')
      files.set(String(destPath), get(srcPath))
    }),
    readFile: api(realm, 'readFile', ({ filePath, position = 0, length }) => {
      const bytes = get(filePath)
      const [from, to] = [Number(position), length === undefined ? bytes.length : Number(position) + Number(length)]
      if (from > bytes.length || to > bytes.length) throw new Error('the value of "position" is out of range')
      return { bytes: bytes.subarray(from, to) }
    }),
    stat: api(realm, 'stat', ({ path }) => ({ stats: [...files.entries()].filter(([name]) => name.startsWith(String(path))).map(([name, bytes]) => ({ path: name, stats: { size: bytes.length } })) })),
    unlink: api(realm, 'unlink', ({ filePath }) => { get(filePath); files.delete(String(filePath)) }),
    getFileInfo: api(realm, 'getFileInfo', ({ filePath }) => ({ size: get(filePath).byteLength })),
  }
}

/** There is no layout here: whatever is asked for lies at 0,0 with no size. */
function selectorQuery(realm: Realm): object {
  const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, scrollTop: 0, scrollLeft: 0 }
  const wanted: { many: boolean; tell?: ((value: unknown) => void) | undefined }[] = []
  const nodes = (many: boolean): object => {
    const add = (tell?: (value: unknown) => void): object => { wanted.push({ many, tell }); return query }
    return { boundingClientRect: add, scrollOffset: add, fields: (_: unknown, tell?: (value: unknown) => void) => add(tell), node: add, context: add }
  }
  const query: object = {
    in: () => query,
    select: () => nodes(false),
    selectAll: () => nodes(true),
    selectViewport: () => nodes(false),
    exec: (tell?: (values: unknown[]) => void) => {
      setTimeout(() => {
        const values = wanted.map(({ many }) => realm.give<object>(many ? [nowhere] : nowhere))
        wanted.forEach((one, i) => one.tell?.(values[i]))
        tell?.(realm.give(values))
      }, 0)
      return query
    },
  }
  return query
}

function nothing(): void {}

function animation(realm: Realm) {
  const self: object = { step: () => self, opacity: () => self, translate: () => self, translateY: () => self, export: () => realm.give({ actions: [] }) }
  return self
}

function observer() {
  const self: object = { relativeTo: () => self, relativeToViewport: () => self, observe() {}, disconnect() {} }
  return self
}
