/** Each rule can be broken: a page that keeps them all, and one that breaks each. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser/find-browser'
import { findingsOf, limitsOf, putRulesInto } from './measured'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 375, height: 667 } })
})
afterAll(() => browser?.close())

const keeps = '<p>星期五下午三点</p><button style="min-width: 60px; height: 60px">报名</button>'

async function rulesBroken(inside: string, body = 22): Promise<string[]> {
  await page.setContent(`<style>* { margin: 0; font: inherit } button { display: block; border: 0 }</style><div class="linli" style="font: ${body}px/1.5 sans-serif; color: #23201D; background: #F8F6F1">${inside}</div>`)
  await putRulesInto(page)
  return [...new Set((await findingsOf(page, limitsOf.elder)).map(({ rule }) => rule))]
}

test('a page that keeps every rule', async () => {
  expect(await rulesBroken(keeps)).toEqual([])
  expect(await rulesBroken(`${keeps}<p>还有 <span role="button" tabindex="0">31</span> 人次</p>`), 'within a sentence').toEqual([])
})

const button = (style: string, words = '报名') => `<button style="min-width: 60px; height: 60px; ${style}">${words}</button>`

test.each<[rule: string, breaks: string]>([
  ['text size', '<p style="font-size: 21px">小字</p>'],
  ['line height', '<p style="line-height: 1.2">挤在一起</p>'],
  ['contrast', '<p style="color: #8A837A">看不清</p>'],
  ['contrast', '<p style="color: #8A837A; font-size: 30px; opacity: .7">看不清</p>'],
  ['contrast', '<div style="background: rgba(35, 32, 29, .7)"><p>看不清</p></div>'],
  ['contrast', '<div style="background: linear-gradient(#fff, #000)"><p>看不清</p></div>'],
  ['contrast', '<style>input::placeholder { color: #bbb }</style><input aria-label="称呼" placeholder="张" style="height: 60px; width: 120px; border: 0">'],
  ['cut off', '<div style="overflow: hidden; height: 20px"><p>下面看不到</p></div>'],
  ['cut off', '<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">很长的一个名字</p>'],
  ['cut off', '<input aria-label="称呼" placeholder="比如张阿姨或者李叔叔" style="height: 60px; width: 100px; border: 0">'],
  ['target size', '<button style="width: 59px; height: 60px">到</button>'],
  ['name', button('', '')],
  ['name', '<input style="height: 60px; width: 100px; border: 0">'],
  ['controls overlap', `${button('')}${button('margin-top: -20px; margin-left: 20px', '取消')}`],
  ['covered', `${button('')}<div style="position: absolute; inset: 0"></div>`],
  ['beyond the screen', '<div style="overflow: hidden"><p style="margin-left: 340px; white-space: nowrap">星期五下午三点</p></div>'],
  ['scrolls sideways', '<div style="width: 400px">宽</div>'],
  ['texts overlap', '<p>星期五</p><p style="margin-top: -20px">下午三点</p>'],
  ['beneath a bar', '<p style="height: 900px"></p><p>最后一句</p><div style="position: fixed; bottom: 0; background: #fff; width: 100%"><p>报名</p></div>'],
  ['room', '<div style="position: sticky; top: 0; height: 350px"><p>标题</p></div>'],
  ['calendar grid', `<div style="display: grid; grid-template-columns: repeat(7, 1fr)">${'<p>日</p>'.repeat(7)}</div>`],
  ['calendar grid', `<div style="display: flex; gap: 8px">${[1, 2, 3, 4, 5].map((day) => `<p>${day}</p>`).join('')}</div>`],
])('%s can be broken: %s', async (rule, breaks) => {
  expect(await rulesBroken(breaks)).toContain(rule)
})

test('body text and a role can be missing', async () => {
  expect(await rulesBroken(keeps, 21)).toContain('body text')
  expect(await rulesBroken('<p tabindex="0" style="height: 60px">点我</p>')).toContain('role')
})
