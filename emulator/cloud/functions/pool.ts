import { CloudFailure } from '../failure'
import { executeFail, type Instance, type Invocation } from './instance'

/** The instances of one function: more when all are busy, kept warm, replaced when one has died. */
export class Pool {
  readonly #instances = new Set<Instance>()
  readonly #idle: Instance[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0
  #stopped = false

  constructor(
    private readonly create: () => Instance,
    private readonly size: number,
    private readonly refuseWhenBusy: boolean,
  ) {}

  async run(invocation: Invocation, onTaken: (instance: Instance) => void): Promise<string> {
    if (this.#busy < this.size) this.#busy += 1
    else if (this.refuseWhenBusy) throw new CloudFailure('EXCEED_CONCURRENT_REQUEST_LIMIT', `all ${this.size} instances are busy`)
    else await new Promise<void>((resolve) => this.#waiting.push(resolve)) // then in the place of one that has ended
    try {
      const instance = this.#take()
      onTaken(instance)
      return await instance.run(invocation).finally(() => this.#idle.push(instance))
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy -= 1
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([...this.#instances].map((instance) => instance.stop()))
  }

  #take(): Instance {
    if (this.#stopped) throw executeFail('the cloud has stopped')
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle
      this.#instances.delete(idle)
    }
    const instance = this.create()
    this.#instances.add(instance)
    return instance
  }
}
