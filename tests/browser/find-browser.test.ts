import { afterEach, expect, test, vi } from 'vitest'
import { openBrowser } from './find-browser'

afterEach(() => vi.unstubAllEnvs())

test('a browser that is named but not there is said in one sentence', async () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome')
  await expect(openBrowser()).rejects.toThrow(/^CHROME_PATH 指的 \/nowhere\/chrome 不存在。$/)
})

test('a browser that cannot start is said with what to do', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath)
  await expect(openBrowser()).rejects.toThrow(/网页测试需要 Chrome 或 Chromium，这里没有能用的：请装一个，或者用 CHROME_PATH 指出它在哪里。/)
})
