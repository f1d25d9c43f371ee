import { beforeEach, expect, test, vi } from 'vitest'

const phone = vi.hoisted(() => ({ stored: '' as unknown, base: (): object => ({}) }))
vi.mock('@tarojs/taro', () => ({
  default: { getStorageSync: () => phone.stored, setStorageSync: (_: string, content: unknown) => { phone.stored = content }, getAppBaseInfo: () => phone.base() },
}))

beforeEach(() => {
  vi.resetModules()
  phone.stored = ''
  phone.base = () => ({})
})

const atLaunch = async () => (await import('./type-size')).useTypeSize.getState()

test.each([[0.94, 'standard'], [1, 'standard'], [1.05, 'standard'], [1.1, 'elder'], [1.25, 'elder'], [1.4, 'largest'], [3, 'largest']])('letters that WeChat draws %s times as large are %s here', async (step, size) => {
  phone.base = () => ({ fontSizeScaleFactor: step })
  expect((await atLaunch()).size).toBe(size)
})

test('what was chosen here counts before what was chosen in WeChat, and is remembered', async () => {
  phone.base = () => ({ fontSizeScaleFactor: 1.4 })
  const { choose } = await atLaunch()
  choose('standard')
  vi.resetModules()
  expect((await atLaunch()).size).toBe('standard')
})

test('a WeChat too old to say, or a browser, has the middle size', async () => {
  expect((await atLaunch()).size).toBe('standard')
  vi.resetModules()
  phone.base = () => { throw new Error('getAppBaseInfo is not supported') }
  expect((await atLaunch()).size).toBe('standard')
})
