/**
 * A phone in memory: storage that outlives the app, a clock that may be wrong, a line, and an app that may be killed between any two
 * operations of its storage. What runs on it is the real code (app-code.ts).
 */
import type { AppExports, Begin } from './app-code'
import type { Chance } from './chance'
import type { VirtualTime } from './virtual-time'

export class AppKilled extends Error {}

export interface Line {
  /** As wx.cloud.callFunction: resolves with what came back, or fails; may take for ever. */
  call(name: string, data: object): Promise<{ result: unknown }>
  /** As wx.cloud.uploadFile. */
  upload(cloudPath: string, bytes: Uint8Array): Promise<{ fileID: string }>
}

export interface PhoneParts {
  time: VirtualTime
  chance: Chance
  begin: Begin
  line: Line
  /** Device clock minus true clock, in ms. */
  offBy: number
  /** The share of storage operations at which the app is killed. */
  deadly: number
}

/** One life of the app. */
class Run {
  alive = true
  readonly died: Promise<never>
  #die: (reason: Error) => void = () => undefined
  readonly cancels = new Set<() => void>()

  constructor() {
    this.died = new Promise((_, reject) => { this.#die = reject })
    this.died.catch(() => undefined)
  }

  end(): void {
    if (!this.alive) return
    this.alive = false
    for (const cancel of this.cancels) cancel()
    this.#die(new AppKilled('the app was killed'))
  }
}

export class Phone {
  readonly #storage = new Map<string, string>()
  readonly #secrets = new Map<string, string>()
  readonly #files = new Map<string, Uint8Array>()
  #run: Run | null = null
  #app: AppExports | null = null
  #wakes: ((...said: never[]) => void)[] = []
  /** Operations of the storage, all runs together. */
  steps = 0
  kills = 0
  /** The next run dies after so many operations more; null: by chance alone. */
  dieAfter: number | null = null

  constructor(readonly parts: PhoneParts) {}

  get app(): AppExports | null {
    return this.#run?.alive ? this.#app : null
  }

  get now(): number {
    return this.parts.time.now + this.parts.offBy
  }

  /** A picture that the camera has just drawn; where it lies. */
  draws(bytes: Uint8Array): string {
    this.#files.set('tmp/drawn.jpg', bytes)
    return 'tmp/drawn.jpg'
  }

  /** The running app, or a new one. A launch may be killed like anything else; whoever holds the phone taps again. */
  launch(): AppExports {
    for (;;) {
      if (this.app) return this.app
      this.#wakes = []
      const run = new Run()
      this.#run = run
      try {
        this.#app = this.parts.begin(this.#surroundings(run))
        // The app may swallow what killed it; a phone does not go on.
        if (run.alive) return this.#app
      } catch (failure) {
        if (!(failure instanceof AppKilled)) throw failure
      }
    }
  }

  /** Opened for the first time, in the office: nobody kills anything. Takes a quarter of a minute. */
  async isSetUp(): Promise<void> {
    const { time, deadly } = this.parts
    this.parts.deadly = 0
    void this.launch().loadMe()
    await time.runUntil(time.now + 15_000)
    if (this.launch().useMe.getState().value === null) throw new Error('nobody is known on the phone')
    this.parts.deadly = deadly
  }

  kill(): void {
    if (this.#run?.alive) this.kills += 1
    this.#run?.end()
  }

  /** What the app answers before it is killed. Throws AppKilled. */
  async until<T>(answer: Promise<T>): Promise<T> {
    const run = this.#run
    const came = await Promise.race([answer, run?.died ?? Promise.reject(new AppKilled())])
    if (!run?.alive) throw new AppKilled()
    return came
  }

  /** The app is looked at again, or the network came back. */
  wake(): void {
    if (this.app) for (const wake of this.#wakes) (wake as (said: object) => void)({ isConnected: true })
  }

  #step(run: Run): void {
    if (!run.alive) throw new AppKilled()
    const { chance, deadly } = this.parts
    if (this.dieAfter !== null ? (this.dieAfter -= 1) < 0 : deadly > 0 && chance.happens(deadly)) {
      this.dieAfter = null
      this.kill()
      throw new AppKilled()
    }
    this.steps += 1
  }

  #surroundings(run: Run) {
    const { time, chance } = this.parts
    const after = (ms: number, work: () => void) => {
      const cancel = time.after(ms, () => { run.cancels.delete(cancel); if (run.alive) work() })
      run.cancels.add(cancel)
      return cancel
    }
    const deviceNow = () => this.now
    const DeviceDate = class extends Date {
      constructor(...given: unknown[]) { super(...(given.length === 0 ? [deviceNow()] : given) as [number]) }
      static override now(): number { return deviceNow() }
    } as DateConstructor
    return {
      Taro: this.#wechat(run), Date: DeviceDate,
      setTimeout: (work: () => void, ms = 0) => after(ms, work), clearTimeout: (cancel?: () => void) => cancel?.(),
      Math: Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(Math), random: { value: chance.next } }),
    }
  }

  #wechat(run: Run): object {
    const [storage, secrets] = [this.#storage, this.#secrets]
    const step = () => this.#step(run)
    const shelf = ({ encrypt }: { encrypt?: boolean }) => (encrypt ? secrets : storage)
    const files = this.#files
    /** One operation of the file system, answered as WeChat does. */
    const file = <A extends object, T extends object>(work: (asked: A) => T) => (asked: A & { success(answer: T): void; fail(failure: object): void }) => {
      step()
      try {
        asked.success(work(asked))
      } catch {
        asked.fail({ errMsg: 'fail no such file or directory' })
      }
    }
    const read = (path: string) => {
      const bytes = files.get(path)
      if (!bytes) throw new Error(path)
      return bytes
    }
    const manager = {
      readdir: file(({ dirPath }: { dirPath: string }) => ({ files: [...files.keys()].filter((path) => path.startsWith(`${dirPath}/`)).map((path) => path.slice(dirPath.length + 1)) })),
      mkdir: file(() => ({})),
      copyFile: file(({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
        const bytes = read(srcPath)
        // A run that ends here leaves half of it.
        files.set(destPath, bytes.slice(0, bytes.length >> 1))
        step()
        files.set(destPath, bytes)
        return {}
      }),
      readFile: file(({ filePath }: { filePath: string }) => ({ data: Uint8Array.from(read(filePath)).buffer })),
      unlink: file(({ filePath }: { filePath: string }) => { files.delete(filePath); return {} }),
      stat: file(() => ({ stats: [] })),
    }
    const whileAlive = <T>(answer: Promise<T>) => new Promise<T>((resolve, reject) => answer.then((value) => { if (run.alive) resolve(value) }, (failure: unknown) => { if (run.alive) reject(failure as Error) }))
    return {
      getStorageSync: (key: string) => { step(); return storage.has(key) ? JSON.parse(storage.get(key)!) as unknown : '' },
      setStorageSync: (key: string, data: unknown) => { step(); storage.set(key, JSON.stringify(data)) },
      removeStorageSync: (key: string) => { step(); storage.delete(key) },
      getStorageInfoSync: () => { step(); return { keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 } },
      getStorage: async (asked: { key: string; encrypt?: boolean }) => {
        step()
        const found = shelf(asked).get(asked.key)
        if (found === undefined) throw Object.assign(new Error(), { errMsg: 'getStorage:fail data not found' })
        return { data: JSON.parse(found) as unknown }
      },
      setStorage: async (asked: { key: string; data: unknown; encrypt?: boolean }) => { step(); shelf(asked).set(asked.key, JSON.stringify(asked.data)) },
      removeStorage: async ({ key }: { key: string }) => { step(); storage.delete(key); secrets.delete(key) },
      getRandomValues: ({ length, success }: { length: number; success(values: { randomValues: ArrayBuffer }): void }) => success({ randomValues: Uint8Array.from({ length }, () => this.parts.chance.between(0, 255)).buffer }),
      onNetworkStatusChange: (wake: () => void) => void this.#wakes.push(wake),
      onAppShow: (wake: () => void) => void this.#wakes.push(wake),
      cloud: { init: () => undefined, callFunction: ({ name, data }: { name: string; data: object }) => whileAlive(this.parts.line.call(name, data)),
        uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => { step(); return whileAlive(this.parts.line.upload(cloudPath, read(filePath))) },
      },
      env: { USER_DATA_PATH: 'user' },
      getFileSystemManager: () => manager,
      getNetworkType: async () => ({ networkType: '4g' }),
    }
  }
}
