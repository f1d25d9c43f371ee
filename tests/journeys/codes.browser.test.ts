/** Codes at the door on two phones: 张阿姨 holds hers out, 小陈 scans it; she scans his; and her card on paper. */
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readDoorCode } from '../../contract/attendance/door-code'
import { addFace } from '../../contract/people/add-face'
import { register } from '../../contract/registrations/register'
import { openidOf } from '../../emulator/world/cast'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'
import { newRecordId, valueOf } from '../functions/community-evening'

const journey = openJourney('event-day', async ({ house }) => {
  valueOf(await house.world.call('zhang', register, { recordId: newRecordId(), eventId: 'opera-evening', sessionIds: ['opera-evening-s1'], partySize: 2, callName: '张阿姨' }))
})


/** What a camera reads from the screen: from the picture as it stands there, pixel by pixel. */
async function readFrom(page: Page, name: RegExp): Promise<{ text: string | undefined; width: number }> {
  const picture = page.getByRole('img', { name }).filter({ visible: true }).first()
  const box = await picture.boundingBox()
  if (!box) throw new Error('no code on the screen')
  const seen = (await page.screenshot({ clip: box })).toString('base64')
  const { grey, width, height } = await page.evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    return { grey: Array.from({ length: data.length / 4 }, (_, i) => String.fromCharCode(data[i * 4] ?? 0)).join(''), width: image.width, height: image.height }
  }, seen)
  const pixels = new Uint8ClampedArray(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : grey.charCodeAt(at >> 2)))
  return { text: jsQR(pixels, width, height)?.data, width: box.width }
}
const typed = async (page: Page, text: string) => {
  await page.getByRole('dialog', { name: '码上的文字' }).getByLabel('码上的文字').fill(text)
  await button(page, '用这个码').click()
}

test('she is scanned, scans herself, and has a card', { timeout: 120_000 }, async () => {
  const zhang = await journey.visit('zhang')
  await zhang.page.getByRole('tab', { name: '我的' }).click()
  await button(zhang.page, /^入场码，/).click()
  await reads(zhang.page, '一行 2 人')
  await reads(zhang.page, '扫不出来，就跟网格员说“张阿姨”。')
  const entry = await readFrom(zhang.page, /^入场码，张阿姨/)
  expect(readDoorCode(entry.text ?? '')).toMatchObject({ is: 'entry' })
  await atEase(zhang, 'the entry code')

  const chen = await journey.visit('chen')
  await button(chen.page, '戏曲晚会，去签到').click()
  await button(chen.page, '扫入场码').click()
  await typed(chen.page, 'https://example.org/not-ours')
  await reads(chen.page, '这不是邻里的码。请对方打开 我的，再点入场码')
  await button(chen.page, '扫下一位').click()
  await typed(chen.page, (await readFrom(zhang.page, /^入场码，张阿姨/)).text ?? '')
  await reads(chen.page, '一行 2 人，已签到')
  await atEase(chen, 'scanned')
  await button(chen.page, '扫下一位').click()
  await typed(chen.page, (await readFrom(zhang.page, /^入场码，张阿姨/)).text ?? '')
  await reads(chen.page, '一行 2 人，早就签过到了')
  await button(chen.page, '回到名单').click()
  expect(journey.house.world.cloud.db.find('attendance', { _id: 'opera-evening-s1:p-zhang' })).toMatchObject([{ personKey: 'p-zhang' }])

  await button(chen.page, '门口码，让居民自己扫').click()
  await reads(chen.page, '微信自带的扫一扫打不开它')
  const venue = await readFrom(chen.page, /^门口码，/)
  expect(readDoorCode(venue.text ?? '')).toMatchObject({ is: 'venue', sessionId: 'opera-evening-s1' })
  await atEase(chen, 'the venue code')

  const li = await journey.visit('li')
  await li.page.getByRole('tab', { name: '我的' }).click()
  await button(li.page, /^入场码，/).click()
  await button(li.page, '扫门口的码签到').click()
  await typed(li.page, (await readFrom(chen.page, /^门口码，/)).text ?? '')
  await reads(li.page, '签到好了')
  await atEase(li, 'checked in by oneself')

  await zhang.page.goBack()
  await button(zhang.page, /^码卡，/).click()
  await reads(zhang.page, '打印出来，或存在家里人的手机上。')
  expect(readDoorCode((await readFrom(zhang.page, /^码卡，/)).text ?? '')).toMatchObject({ is: 'card' })
  const [download] = await Promise.all([zhang.page.waitForEvent('download'), button(zhang.page, '存成图片').click()])
  expect(download.suggestedFilename()).toBe('码卡-张阿姨.jpg')
  await reads(zhang.page, '码卡存好了')
  await atEase(zhang, 'the card')
})

test('the code is at least 220 wide and read from the screen at 320 and 414, in every type size', { timeout: 120_000 }, async () => {
  for (const width of [320, 414]) {
    const { page } = await journey.visit('zhang', { width, height: 812 })
    for (const size of ['standard', 'elder', 'largest']) {
      await page.evaluate((chosen) => localStorage.setItem('type-size', JSON.stringify({ data: chosen })), size)
      await page.evaluate(() => { location.hash = '#/pages/resident/code/index' })
      await page.reload()
      await reads(page, '一行 2 人')
      const code = await readFrom(page, /^入场码，张阿姨/)
      expect([width, size, code.width >= 220]).toEqual([width, size, true])
      expect(readDoorCode(code.text ?? ''), `${width} ${size}`).toMatchObject({ is: 'entry' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
})

test('a 熟面孔 who has a WeChat by now: the worker shows a code, she scans it, and is who she was', { timeout: 120_000 }, async () => {
  const { personKey } = valueOf(await journey.house.world.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' }))
  // Whoever holds this phone has never done anything here.
  journey.house.world.cloud.db.update('openids', { _id: openidOf('li') }, { $set: { personKey: 'p-just-came' } })
  const chen = await journey.visit('chen')
  await button(chen.page, '戏曲晚会，去签到').click()
  await button(chen.page, '现场登记').click()
  await button(chen.page, '常来的邻居？从熟面孔里选').click()
  await button(chen.page, '熟面孔有微信了，换成本人的').click()
  await button(chen.page, '王奶奶2号楼，出码').click()
  await reads(chen.page, '请王奶奶打开邻里：我的 → 入场码 → 扫门口的码，扫这个。')
  const code = (await readFrom(chen.page, /^王奶奶换成本人微信的码/)).text ?? ''
  await atEase(chen, 'the code of a 熟面孔')

  const granny = await journey.visit('li')
  await granny.page.getByRole('tab', { name: '我的' }).click()
  await button(granny.page, /^入场码，/).click()
  await button(granny.page, '扫门口的码签到').click()
  await typed(granny.page, code)
  await reads(granny.page, '以后用自己的微信报名？')
  await button(granny.page, '用自己的微信').click()
  await reads(granny.page, '换好了，王奶奶。')
  await atEase(granny, 'taken over')
  expect(journey.house.world.cloud.db.find('openids', { _id: openidOf('li') })).toMatchObject([{ personKey }])
})
