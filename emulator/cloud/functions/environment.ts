import { LOCAL_KEY } from '../refuse-real-cloud'

export const ENV_ID = 'local-env'
export const APP_ID = 'wx0000000000000000'

/** Who a call is made for. `source` is what getWXContext().SOURCE says. */
export interface Caller {
  openid: string | null
  source: string
}

/** Which invocation a request of the SDK comes from: the ticket travels as WX_API_TOKEN. */
export interface Ticket extends Caller {
  functionName: string
}

export const TIMER: Caller = { openid: null, source: 'wx_trigger' }
/** WeChat itself, with a message for the mini-program. */
export const MESSAGE_PUSH: Caller = { openid: null, source: 'wx_unknown' }

/**
 * All that a function process gets: what production sets, pointing here. Nothing of the developer's shell is inherited.
 */
export function functionEnvironment(adminUrl: string, extra: Record<string, string>): Record<string, string> {
  const platform: Record<string, string> = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : {}
  return {
    ...platform,
    TZ: 'UTC',
    SILENCE: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: LOCAL_KEY,
    TENCENTCLOUD_SECRETKEY: LOCAL_KEY,
    TENCENTCLOUD_SESSIONTOKEN: LOCAL_KEY,
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    // The token here too: a timer or a push has no WX keys
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,WX_API_TOKEN',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    ...extra,
  }
}

/** What changes with each invocation; null takes the variable away. Without a person there is no WX context at all. */
export function callerEnvironment({ openid, source }: Caller, ticket: string): Record<string, string | null> {
  const person = openid !== null
  return {
    TCB_SOURCE: source,
    WX_CONTEXT_KEYS: person ? 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN' : null,
    WX_OPENID: openid,
    WX_APPID: person ? APP_ID : null,
    WX_UNIONID: null,
    WX_API_TOKEN: ticket,
    TRIGGER_SRC: source === TIMER.source ? 'timer' : null,
    WX_TRIGGER_API_TOKEN_V0: source === TIMER.source ? ticket : null,
  }
}

/** The second parameter of `main`. */
export function contextOf(functionName: string, { timeoutSeconds, memoryMb }: { timeoutSeconds: number; memoryMb: number }, ticket: string): object {
  return {
    request_id: ticket,
    function_name: functionName,
    function_version: '$LATEST',
    namespace: ENV_ID,
    time_limit_in_ms: timeoutSeconds * 1000,
    memory_limit_in_mb: memoryMb,
  }
}
