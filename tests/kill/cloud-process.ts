/** A cloud in a process of its own, seen from outside. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Asked, Told } from '../../emulator/cloud/fixtures/cloud-process'

export interface CloudProcess {
  adminUrl: string
  /** Absent while it lives. */
  ended(): string | undefined
  /** Rejects when the process has gone, or says no. */
  ask(asked: Asked): Promise<number | string>
  /** SIGKILL; resolves when the process is no more. */
  kill(): Promise<void>
}

export class Refused extends Error {}

const fixture = join(__dirname, '../../emulator/cloud/fixtures/cloud-process.ts')

export async function startCloudProcess(dataDir: string, manner?: 'early'): Promise<CloudProcess> {
  const child = fork(fixture, [dataDir, ...(manner ? [manner] : [])], { execArgv: ['--import', 'tsx', '--expose-gc'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  let ended: string | undefined
  let last = 0
  const waiting = new Map<number, { resolve: (value: number | string) => void; reject: (failure: Error) => void }>()
  const exit = new Promise<void>((resolve) => child.once('exit', (code, signal) => {
    ended = signal ?? `exit ${code}`
    for (const { reject } of waiting.values()) reject(new Error(`the cloud has ended: ${ended}`))
    resolve()
  }))
  const [adminUrl] = (await Promise.race([once(child, 'message'), exit.then(() => Promise.reject(new Error(`the cloud did not start: ${ended}`)))])) as [string]
  child.on('message', ({ id, value, refused }: Told) => {
    if (value === undefined) waiting.get(id)?.reject(new Refused(refused))
    else waiting.get(id)?.resolve(value)
    waiting.delete(id)
  })
  return {
    adminUrl,
    ended: () => ended,
    ask: (asked) => new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(new Error(`the cloud has ended: ${ended}`))
      const id = ++last
      waiting.set(id, { resolve, reject })
      child.send({ id, ...asked }, (failure) => { if (failure) reject(failure) })
    }),
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}
