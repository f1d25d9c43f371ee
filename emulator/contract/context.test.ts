import { expect, test } from 'vitest'
import { realSdk } from '../cloud/fixtures/open-test-cloud'

/** The SDK alone: what a function learns of its caller is read from the process, at the moment of reading. */
const sdk = realSdk()
function begin(openid: string | null, more: Record<string, string> = {}): void {
  for (const name of ['WX_CONTEXT_KEYS', 'WX_OPENID', 'WX_API_TOKEN', 'WX_LEVEL']) delete process.env[name]
  if (openid !== null) Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_OPENID,WX_API_TOKEN,WX_LEVEL', WX_OPENID: openid, WX_API_TOKEN: 'ticket', ...more })
}

test('two events in one process: the one that reads after an await sees the other\'s person (trap 1)', async () => {
  begin('o-first')
  const first = Promise.resolve().then(() => sdk.getWXContext().OPENID)
  const early = sdk.getWXContext().OPENID
  begin('o-second')
  expect([early, await first]).toEqual(['o-first', 'o-second'])
})

test('the ticket of the invocation is not shown, and digits become a number', () => {
  begin('o-zhang', { WX_LEVEL: '12' })
  const context = sdk.getWXContext()
  expect(context).not.toHaveProperty('API_TOKEN')
  expect(context.LEVEL).toBe(12)
})

test('without a person there is no context: so a timer is known', () => {
  begin(null)
  expect(sdk.getWXContext()).not.toHaveProperty('OPENID')
})
