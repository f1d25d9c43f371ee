/**
 * The emulator does not start where real keys or a real address could reach the SDK.
 */
const CREDENTIALS = ['SECRETID', 'SECRETKEY', 'SESSIONTOKEN', 'SECRET_ID', 'SECRET_KEY'].map((name) => `TENCENTCLOUD_${name}`)
/** What the emulator itself gives to functions in place of keys. */
export const LOCAL_KEY = 'local'

export function refuseRealCloud(environment: Record<string, string | undefined>): void {
  for (const name of [...CREDENTIALS, 'CLOUDBASE_APIKEY']) {
    const value = environment[name]
    if (value && value !== LOCAL_KEY) throw new Error(`The emulator does not start beside real cloud keys: unset ${name} first.`)
  }
  const address = environment.TCB_CONTEXT_CNFG
  if (address && !/^\{"URL":"http:\/\/127\.0\.0\.1:\d+\/admin"\}$/.test(address)) {
    throw new Error('The emulator does not start against the real cloud: TCB_CONTEXT_CNFG names another machine.')
  }
  if (environment.TENCENTCLOUD_RUNENV && !address) throw new Error('The emulator does not start inside the real cloud: TENCENTCLOUD_RUNENV is set.')
}
