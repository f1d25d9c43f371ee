import { closeSync, openSync, readSync } from 'node:fs'

/** Reads the most memory that a process has held so far, all of it, as the platform counts: nothing of Node's own is taken off. */
export class PeakMemory {
  #file: number | null
  readonly #text = Buffer.alloc(4096)

  constructor(pid: number | undefined) {
    this.#file = process.platform === 'linux' && pid !== undefined ? openStatus(pid) : null
  }

  /** In MB; null where the system does not tell, or the process has gone. */
  read(): number | null {
    if (this.#file === null) return null
    try {
      const length = readSync(this.#file, this.#text, 0, this.#text.length, 0)
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(this.#text.toString('latin1', 0, length)) ?? []
      return kilobytes === undefined ? null : Number(kilobytes) / 1024
    } catch {
      return null
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}

function openStatus(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/status`, 'r')
  } catch {
    return null
  }
}
