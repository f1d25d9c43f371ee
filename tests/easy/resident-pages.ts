/** Every page of a resident, and every state of it that looks different. A page without a line here fails the test. */
import type { Page } from 'playwright-core'
import type { Looked } from './looked'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()
const event = (as: string, id: string, reads: string, opens?: Looked['opens']): Looked => ({ page: 'pages/resident/event/index', as: `活动，${as}`, query: `id=${id}`, reads, ...(opens && { opens }) })

/** Of a file that nobody approved; with `approved` the answer is another. */
export const fileCode = 'a'.repeat(32)
async function approved(page: Page): Promise<void> {
  await page.route('**/door/call', (route) => (route.request().postData()?.includes('"check"') ? route.fulfill({ json: { result: { ok: true, value: { standing: 'approved' } } } }) : route.continue()))
  await page.reload()
  await page.getByText('是批准的那一份').filter({ visible: true }).first().waitFor()
  await page.unroute('**/door/call')
}
const neighbours = async (page: Page) => { await button(page, '我要报名').click(); await page.getByRole('radio', { name: '替邻居报' }).click() }

export const looked: Looked[] = [
  { page: 'pages/resident/events/index', as: '活动列表', reads: '戏曲晚会' },
  { page: 'pages/resident/events/index', as: '活动列表，换社区', reads: '戏曲晚会', opens: async (page) => { await button(page, '换社区').click(); await page.getByRole('dialog').waitFor() } },
  { page: 'pages/resident/events/index', as: '活动列表，挑一挑', reads: '戏曲晚会', opens: async (page) => { const pick = button(page, '挑一挑'); if (await pick.isVisible()) { await pick.click(); await page.getByRole('dialog', { name: '挑一挑' }).waitFor() } } },
  { page: 'pages/resident-more/search/index', as: '找活动', reads: '办过的活动' },
  { page: 'pages/resident-more/search/index', as: '找活动，没找到', reads: '办过的活动', opens: async (page) => { await page.getByRole('searchbox').fill('滑雪'); await page.getByText('滑雪').last().waitFor() } },
  event('有名额', 'opera-evening', '戏曲晚会'),
  event('报名', 'opera-evening', '戏曲晚会', async (page) => { await button(page, '我要报名').click(); await page.getByLabel('电话（可以不填）').fill('1391234'); await page.getByRole('dialog', { name: '报名' }).getByRole('button', { name: '报名', exact: true }).click(); await page.getByText('标出来了').waitFor() }),
  event('海报', 'opera-evening', '戏曲晚会', async (page) => { await button(page, '海报').click(); await page.getByRole('dialog', { name: '海报' }).locator('img').first().waitFor() }),
  event('已报名', 'talk-winter', '已报名'),
  event('替邻居报名', 'opera-evening', '戏曲晚会', async (page) => { await neighbours(page); await page.getByRole('radio', { name: '王奶奶 2号楼' }).waitFor() }),
  event('替邻居报名，添一位', 'opera-evening', '戏曲晚会', async (page) => { await neighbours(page); await page.getByRole('radio', { name: '添一位' }).click(); await page.getByRole('dialog', { name: '替邻居报名' }).getByRole('button', { name: '报名', exact: true }).click(); await page.getByText('标出来了').waitFor() }),
  event('改人数', 'talk-winter', '已报名', async (page) => { await button(page, '改人数').click(); await page.getByRole('dialog', { name: '改人数' }).waitFor() }),
  event('取消报名以前', 'talk-winter', '已报名', async (page) => { await button(page, '取消报名').click(); await page.getByText('取消这次报名？').waitFor() }),
  event('报满了在候补', 'dumplings', '候补'),
  event('取消了', 'walk-by-the-river', '活动取消了，不用来了'),
  event('不用报名', 'clinic-saturday', '不用报名，直接来'),
  event('几场', 'class-calligraphy', '毛笔书法班'),
  { page: 'pages/resident/mine/index', as: '我的', reads: '要去的' },
  { page: 'pages/resident/mine/index', as: '我的，网格员', who: 'chen', reads: '我有邀请码' },
  { page: 'pages/resident-more/my-data/index', as: '我的资料', reads: '存多久' },
  { page: 'pages/resident-more/my-data/index', as: '我的资料，删除以前', reads: '存多久', opens: async (page) => { await button(page, '删除我的资料').click(); await page.getByRole('dialog').getByRole('button', { name: '删除我的资料' }).click(); await page.getByText('请写“删除”两个字').last().waitFor() } },
  { page: 'pages/resident-more/my-data/index', as: '我的资料，删除以后', query: 'erased=1', reads: '已经删除' },
  { page: 'pages/resident-more/join/index', as: '我有邀请码', reads: '接受邀请' },
  { page: 'pages/resident-more/check/index', as: '核对文件，没有这样的', query: `scene=${'0'.repeat(32)}`, reads: '没有这样的文件' },
  { page: 'pages/resident-more/check/index', as: '核对文件，没有批准', query: `scene=${fileCode}`, reads: '不是批准的那一份' },
  { page: 'pages/resident-more/check/index', as: '核对文件，批准了', query: `scene=${fileCode}`, reads: '不是批准的那一份', opens: approved },
  { page: 'pages/resident-more/notices/index', as: '通知', reads: '街道读书分享会' },
  { page: 'pages/resident-more/suggest/index', as: '意见建议', reads: '已经报修' },
  { page: 'pages/resident/code/index', as: '入场码', reads: '张阿姨' },
  { page: 'pages/resident-more/card/index', as: '码卡', reads: '张阿姨' },
]
