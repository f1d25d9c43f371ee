/**
 * The only `cloud.init()`. WeChat keeps the caller in the process environment, one invocation at a time:
 * `readContext` must be called before anything is awaited.
 */
import cloud from 'wx-server-sdk'

// The SDK's own types miss that DYNAMIC_CURRENT_ENV is a legal env and that a missing document need not throw.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export const db = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
export const command = db.command
export { cloud }

export interface Context {
  /** null: not called by a person (a timer, another function). */
  openid: string | null
  /** How the platform says it was triggered; never taken from the event, which a client could forge. */
  timer: boolean
}

export function readContext(): Context {
  const context = cloud.getWXContext() as { OPENID?: string | number; SOURCE?: string }
  const openid = context.OPENID === undefined || context.OPENID === '' ? null : String(context.OPENID)
  const source = process.env['TRIGGER_SRC'] ?? context.SOURCE ?? ''
  return { openid, timer: openid === null && source.includes('timer') }
}
