/** What is measured runs in processes of its own, so that the bench that asks and waits is never in the figures. */
import { fork } from 'node:child_process'
import type { Question, Reply, Work } from './child'

export interface Child<W extends Work> {
  ask<K extends keyof W & string>(what: K, ...input: Parameters<W[K]>): Promise<Awaited<ReturnType<W[K]>>>
  end(): Promise<void>
}

const END_LIMIT_MS = 10_000

/** `W` is what the file serves: `export type … = typeof work` there. */
export function startChild<W extends Work>(file: string): Child<W> {
  const child = fork(file, { execArgv: ['--import', 'tsx'] })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(failure: Error): void }>()
  let last = 0
  child.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('failure' in reply) asked?.reject(new Error(reply.failure))
    else asked?.resolve(reply.value)
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended before it answered`))
  })
  return {
    ask(what, ...[input]) {
      const id = ++last
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      child.send({ id, what, input } satisfies Question)
      return answer as Promise<never>
    },
    async end() {
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS)
      await gone
      clearTimeout(late)
    },
  }
}
