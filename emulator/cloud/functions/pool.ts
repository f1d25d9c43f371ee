import { CloudFailure } from '../failure'
import { executeFail, type Instance, type Invocation } from './instance'

/** The instances of one function: grown when all are busy, kept warm, replaced when one has died. */
export class Pool {
  readonly #instances: Instance[] = []
  readonly #idle: Instance[] = []
  readonly #waiting: ((instance: Instance | Promise<never>) => void)[] = []
  #stopped = false

  constructor(
    private readonly create: () => Instance,
    private readonly size: number,
    private readonly refuseWhenBusy: boolean,
  ) {}

  async run(invocation: Invocation, onTaken: (instance: Instance) => void): Promise<string> {
    const instance = await this.#take()
    onTaken(instance)
    try {
      return await instance.run(invocation)
    } finally {
      this.#giveBack(instance)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const next of this.#waiting.splice(0)) next(Promise.reject(executeFail('the cloud has stopped')))
    await Promise.all(this.#instances.map((instance) => instance.stop()))
  }

  #take(): Instance | Promise<Instance> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle
      this.#drop(idle)
    }
    if (this.#instances.length < this.size) return this.#grow()
    if (this.refuseWhenBusy) throw new CloudFailure('EXCEED_CONCURRENT_REQUEST_LIMIT', `all ${this.size} instances are busy`)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #giveBack(instance: Instance): void {
    if (!instance.alive) this.#drop(instance)
    const next = this.#waiting.shift()
    if (next) next(instance.alive ? instance : this.#grow())
    else if (instance.alive) this.#idle.push(instance)
  }

  #grow(): Instance {
    if (this.#stopped) throw executeFail('the cloud has stopped')
    const instance = this.create()
    this.#instances.push(instance)
    return instance
  }

  #drop(instance: Instance): void {
    this.#instances.splice(this.#instances.indexOf(instance), 1)
  }
}
