/** WeChat's own messages, such as the result of a check, reach the function that was chosen for them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClock } from '../clock'
import { FIXTURES } from '../fixtures/open-test-cloud'
import { MESSAGE_PUSH } from './environment'
import { Functions } from './functions'

let logs: string
let functions: Functions
const open = (messagePush: string | undefined) => {
  functions = new Functions(logs, createClock(), { functionsDir: FIXTURES, instancesPerFunction: 1, ...(messagePush !== undefined && { messagePush }) })
}
const logOf = (name: string) => readFileSync(join(logs, `${name}.log`), 'utf8')

beforeEach(() => { logs = mkdtempSync(join(tmpdir(), 'linli-push-')) })
afterEach(async () => {
  await functions.stop()
  rmSync(logs, { recursive: true })
})

test('the message is the event; it comes without a person and is no timer', async () => {
  open('probe')
  await functions.push({ log: 'wxa_media_check arrived' })
  expect(logOf('probe')).toContain('wxa_media_check arrived')
  const answer = JSON.parse(await functions.invoke('probe', { Event: 'wxa_media_check', variable: 'TRIGGER_SRC' }, MESSAGE_PUSH)) as object
  expect(answer).toMatchObject({ event: { Event: 'wxa_media_check' }, wxContext: {}, variable: null })
  expect(answer).not.toHaveProperty('event.userInfo')
})

test('a receiver that fails or is missing troubles nobody', async () => {
  open('crash')
  await functions.push({ how: 'exit' })
  expect(logOf('crash')).toContain('message push failed: FUNCTIONS_EXECUTE_FAIL')
  open('nowhere')
  await functions.push({})
  expect(logOf('nowhere')).toContain('message push failed: FUNCTION_NOT_FOUND')
  open(undefined)
  await functions.push({})
})
