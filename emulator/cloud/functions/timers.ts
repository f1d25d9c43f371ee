import type { Clock } from '../clock'
import type { Cron } from 'croner'
import { momentsBetween, nextMoment } from './cron'

export interface Timed {
  functionName: string
  cron: Cron
}
interface Trigger extends Timed {
  /** All moments until here have been seen to. */
  seenUntil: number
  /** Ends with the run that is under way. */
  turn: Promise<void>
}

/** Of a jump over a month the last ones do. */
const MOST_AT_ONCE = 24
const LONGEST_TIMEOUT = 2 ** 31 - 1

/**
 * The timers of all functions, by the world's clock. A jump forward fires the moments that it passed over, in order;
 * set back, nothing fires until the clock comes to a moment anew.
 */
export class Timers {
  readonly #triggers: Trigger[]
  #alarm: NodeJS.Timeout | undefined
  #stopped = false

  constructor(
    timed: readonly Timed[],
    private readonly clock: Clock,
    /** Runs the function; never rejects. */
    private readonly fire: (functionName: string, moment: number) => Promise<void>,
  ) {
    this.#triggers = timed.map((one) => ({ ...one, seenUntil: clock.now(), turn: Promise.resolve() }))
  }

  /** From here on they fire by themselves. */
  start(): void {
    this.clock.onJump(() => this.#wake())
    this.#wake()
  }

  /** Fires what has become due since the last time; over when all these runs are. */
  async runDue(): Promise<void> {
    await Promise.all(this.#triggers.map((trigger) => (trigger.turn = trigger.turn.then(() => this.#fireDue(trigger)))))
  }

  /** Nothing begins any more; over when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#alarm)
    await Promise.all(this.#triggers.map(({ turn }) => turn))
  }

  /** Fires what is due, and sleeps until the next moment. */
  #wake(): void {
    clearTimeout(this.#alarm)
    if (this.#stopped) return
    void this.runDue()
    const now = this.clock.now()
    const next = Math.min(...this.#triggers.map(({ cron }) => nextMoment(cron, now) ?? Infinity))
    if (next < Infinity) this.#alarm = setTimeout(() => this.#wake(), Math.min(next - now, LONGEST_TIMEOUT))
  }

  async #fireDue(trigger: Trigger): Promise<void> {
    const now = this.clock.now()
    const moments = momentsBetween(trigger.cron, trigger.seenUntil, now, MOST_AT_ONCE)
    trigger.seenUntil = now
    for (const moment of moments) if (!this.#stopped) await this.fire(trigger.functionName, moment)
  }
}
