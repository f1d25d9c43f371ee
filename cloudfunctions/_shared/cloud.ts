/**
 * The only `cloud.init()`. WeChat keeps the caller in the process environment, one invocation at a time:
 * `readContext` must be called before anything is awaited.
 */
import cloud from 'wx-server-sdk'

/**
 * Opened at first use: seeds import record constructors where there is no cloud, and `init` alone already asks
 * the network who it is.
 */
const opened = onDemand(() => {
  // The SDK's own types miss that DYNAMIC_CURRENT_ENV is a legal env and that a missing document need not throw.
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  return cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
})

export const db = standingFor(opened)
export const command = standingFor(() => opened().command)
export { cloud }

export interface Context {
  /** null: not called by a person (a timer, another function). */
  openid: string | null
  /** How the platform says it was triggered; never taken from the event, which a client could forge. */
  timer: boolean
}

export function readContext(): Context {
  opened()
  const context = cloud.getWXContext() as { OPENID?: string | number; SOURCE?: string }
  const openid = context.OPENID === undefined || context.OPENID === '' ? null : String(context.OPENID)
  const source = process.env['TRIGGER_SRC'] ?? context.SOURCE ?? ''
  return { openid, timer: openid === null && source.includes('timer') }
}

function onDemand<T>(open: () => T): () => T {
  let held: { it: T } | undefined
  return () => (held ??= { it: open() }).it
}

function standingFor<T extends object>(real: () => T): T {
  return new Proxy({} as T, {
    get(_, key) {
      const value: unknown = Reflect.get(real(), key)
      return typeof value === 'function' ? value.bind(real()) : value
    },
  })
}
