import { beforeEach, expect, test, vi } from 'vitest'
import type { Notice } from '#contract/notices/notice'
import { askForNotices, sawNotices, unseenOf, useNotices } from './notices'
import { useMe, type Me } from './people'

const { callFunction, requestConsent } = vi.hoisted(() => ({ callFunction: vi.fn(), requestConsent: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction }))
vi.mock('../platform/subscribe', () => ({ requestConsent }))

const now = Date.parse('2026-11-27T10:20:00.000Z')
const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id, kind: 'changed', at: '2026-11-27T10:00:00.000Z', seen: false, eventId: 'e', title: '晚会', startsAt: '2026-11-28T11:00:00.000Z', endsAt: '2026-11-28T12:30:00.000Z',
  placeName: '广场', status: 'published', what: ['place'], reason: null, neighbour: null, ...more,
})
beforeEach(() => { callFunction.mockReset().mockResolvedValue({ ok: true, value: {} }); requestConsent.mockReset() })

test('on top stands what was not seen and still matters', () => {
  const all = [
    notice('new'), notice('seen', { seen: true }), notice('over', { endsAt: '2026-11-27T10:00:00.000Z' }), notice('off', { kind: 'cancelled', status: 'cancelled' }),
    notice('moved-before-off', { status: 'cancelled' }), notice('began', { kind: 'evening-before', startsAt: '2026-11-27T10:10:00.000Z' }),
  ]
  expect(unseenOf(all, now).map(({ id }) => id)).toEqual(['new', 'off'])
  expect(unseenOf(null, now)).toEqual([])
})

test('what was seen is said once, and goes from the top at once', async () => {
  useNotices.setState({ value: { notices: [notice('a'), notice('b'), notice('c', { seen: true })] } })
  const saying = sawNotices(['a', 'c', 'x'])
  expect(unseenOf(useNotices.getState().value?.notices ?? null, now).map(({ id }) => id)).toEqual(['b'])
  await saying
  await sawNotices(['a'])
  expect(callFunction.mock.calls).toEqual([['notices', { call: 'seen', input: { ids: ['a'] } }]])
})

test('WeChat is asked in the tap itself, for the templates that there are, and not where there are none', () => {
  useMe.setState({ value: null })
  askForNotices()
  useMe.setState({ value: { templates: [] } as unknown as Me })
  askForNotices()
  expect(requestConsent).not.toHaveBeenCalled()
  useMe.setState({ value: { templates: ['r', 'c', 'w', 'more'] } as unknown as Me })
  askForNotices()
  expect(requestConsent.mock.calls).toEqual([[['r', 'c', 'w']]])
})
