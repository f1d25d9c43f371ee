/**
 * The emulator must never be mistaken for the real cloud, nor lead a function to it. So it does not start
 * where real keys or a real address could reach the SDK, and never listens beyond this machine.
 */
const CREDENTIALS = [
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN',
  'TENCENTCLOUD_SECRET_ID',
  'TENCENTCLOUD_SECRET_KEY',
  'CLOUDBASE_APIKEY',
]
/** What the emulator itself gives to functions in place of keys. */
export const LOCAL_KEY = 'local'

export function refuseRealCloud(environment: Record<string, string | undefined>, host = '127.0.0.1'): void {
  if (host !== '127.0.0.1') {
    throw new Error(`The emulator listens on 127.0.0.1 only, not on "${host}": it has no passwords.`)
  }
  for (const name of CREDENTIALS) {
    const value = environment[name]
    if (value && value !== LOCAL_KEY) {
      throw new Error(`The emulator does not start beside real cloud keys: unset ${name} first.`)
    }
  }
  const address = environment.TCB_CONTEXT_CNFG
  if (address && !pointsHere(address)) {
    throw new Error('The emulator does not start against the real cloud: TCB_CONTEXT_CNFG names another machine.')
  }
  if (environment.TENCENTCLOUD_RUNENV && !address) {
    throw new Error('The emulator does not start inside the real cloud: TENCENTCLOUD_RUNENV is set.')
  }
}

function pointsHere(contextConfig: string): boolean {
  try {
    const { URL: url } = JSON.parse(contextConfig) as { URL?: string }
    return url !== undefined && new URL(url).hostname === '127.0.0.1'
  } catch {
    return false
  }
}
