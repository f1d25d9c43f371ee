/** Every page of grid workers and admins, and the states of them that look different. A page without a line here fails the test. */
import type { Page } from 'playwright-core'
import type { Looked } from './looked'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true }).first()
const chen = (page: string, as: string, reads: string, more: Partial<Looked> = {}): Looked => ({ page: `pages/grid-worker/${page}/index`, as, who: 'chen', reads, ...more })
const lin = (page: string, as: string, reads: string, more: Partial<Looked> = {}): Looked => ({ page: `pages/admin/${page}/index`, as, who: 'lin', reads, ...more })
const opera = { query: 'id=opera-evening-s1' }
const pressed = (name: string | RegExp) => ({ opens: async (page: Page) => { await button(page, name).click(); await dialog(page).waitFor() } })

/** Twelve months to choose from, two in a row, are no grid of days. */
const monthsInRows: Looked['excuses'] = (rule, words) => rule === 'calendar grid' && words === '几月'

export const looked: Looked[] = [
  chen('today', '今天', '戏曲晚会'),
  chen('roster', '签到', '未到', opera),
  chen('roster', '签到，现场登记', '未到', { ...opera, ...pressed('现场登记') }),
  chen('roster', '签到，熟面孔', '未到', { ...opera, opens: async (page) => { await button(page, '现场登记').click(); await button(page, '常来的邻居').click(); await page.getByText('王奶奶').filter({ visible: true }).first().waitFor() } }),
  chen('roster', '签到，添熟面孔', '未到', { ...opera, opens: async (page) => { await button(page, '现场登记').click(); await button(page, '常来的邻居').click(); await button(page, '添一位熟面孔').click(); await button(page, '记下并签到').click(); await page.getByText('请填写称呼').waitFor() } }),
  chen('roster', '签到，清点', '未到', { ...opera, ...pressed('清点') }),
  chen('roster', '签到，没找到', '未到', { ...opera, opens: async (page) => { await page.getByRole('searchbox').fill('欧阳'); await page.getByText('没有找到').waitFor() } }),
  chen('roster', '只清点', '这一场不留名', { query: 'id=clinic-saturday-s1' }),
  chen('venue-code', '门口码', '戏曲晚会', opera),
  chen('hung-code', '挂在门口的码', '用 A4 纸打印', opera),
  chen('entry', '记一笔', '悬挂横幅'),
  chen('entry', '记一笔，填数', '悬挂横幅', { opens: async (page) => { await page.getByRole('radio', { name: '悬挂横幅' }).click(); await page.getByText('正好').filter({ visible: true }).first().waitFor() } }),
  chen('sheets', '签到表', '打印签到表'),
  chen('sheet', '录入签到表', '没报名的', { query: 'id=opera-evening-s1' }),
  chen('sheet', '录入签到表，一行空白行', '没报名的', { query: 'id=opera-evening-s1', ...pressed('加一行空白行') }),
  chen('month', '这个月记的', '记过的'),
  chen('event-photos', '活动的照片', '发到群里', opera),
  chen('waiting-photos', '待上传的照片', '什么时候传照片'),
  chen('tray', '需要处理，没有', '没有要处理的'),
  lin('totals', '汇总', '人次'),
  lin('totals', '汇总，从哪一天到哪一天', '人次', { opens: async (page) => { await button(page, '换时段').click(); await dialog(page).getByRole('radio', { name: '日期' }).click(); await page.getByText('到哪一天').filter({ visible: true }).first().waitFor() } }),
  lin('totals', '汇总，人数', '人次', pressed('为什么不能相加')),
  lin('totals', '汇总，一季度', '人次', { opens: async (page) => { await button(page, '换时段').click(); await dialog(page).getByRole('radio', { name: '按季' }).click(); await button(page, '2026年第四季度').click(); await page.getByText('上季度').or(page.getByText('2026年第四季度')).filter({ visible: true }).first().waitFor() } }),
  lin('facts', '一个数打开', '签到', { query: 'unitId=yuyin&month=2026-10&figure=talk_attendances' }),
  // Links within a sentence are as high as its line; each stands in the appendix too.
  lin('report', '总结，照片册', '人次', { ...pressed('佐证照片册'), excuses: (rule, words) => rule === 'target size' && words.endsWith('，打开依据') }),
  lin('report', '总结', '人次', { excuses: (rule, words) => rule === 'target size' && words.endsWith('，打开依据') }),
  lin('report', '总结，按日期', '人次', { ...pressed('按日期'), excuses: (rule, words) => rule === 'target size' && words.endsWith('，打开依据') }),
  lin('report-tables', '上级的表，还没有', '还没有表', { query: 'unitId=yuyin&month=2026-10' }),
  lin('report-template', '总结的模板', '模板', { query: 'unitId=yuyin' }),
  lin('report-edit', '改总结', '点一段就能改', { query: 'unitId=yuyin&month=2026-10' }),
  lin('report-edit', '改总结，一段', '点一段就能改', { query: 'unitId=yuyin&month=2026-10', opens: async (page) => { await button(page, /^改这一段：.*人次/).click(); await page.getByText('放一个数到光标处').waitFor() } }),
  lin('report-edit', '改总结，加一个活动', '点一段就能改', { query: 'unitId=yuyin&month=2026-10', opens: async (page) => { await button(page, /^改这一段：.*人次/).click(); await button(page, '加一个活动').click(); await button(page, /^加上/).waitFor() } }),
  lin('report-edit', '改总结，历次改动', '点一段就能改', { query: 'unitId=yuyin&month=2026-10', ...pressed('历次改动') }),
  lin('events', '活动', '冬季血压管理讲座'),
  lin('events', '活动，修改', '冬季血压管理讲座', pressed('修改「冬季血压管理讲座」')),
  lin('events', '活动，修改有错', '冬季血压管理讲座', {
    opens: async (page) => {
      await button(page, '修改「冬季血压管理讲座」').click()
      await page.getByLabel('地点', { exact: true }).fill('')
      await page.getByLabel('名额', { exact: true }).fill('')
      await button(page, '下一步').click()
      await page.getByText('请填写地点').waitFor()
    },
  }),
  lin('events', '活动，修改前说清楚', '冬季血压管理讲座', {
    opens: async (page) => {
      await button(page, '修改「冬季血压管理讲座」').click()
      await page.getByLabel('地点', { exact: true }).fill('社区文化中心二楼多功能活动室')
      await page.getByLabel('名额', { exact: true }).fill('10')
      await button(page, '下一步').click()
      await page.getByText('名额比已经报名的人少').waitFor()
    },
  }),
  lin('events', '活动，取消', '冬季血压管理讲座', pressed('取消「冬季血压管理讲座」')),
  lin('events', '活动，没看到变化的', '没看到变化', pressed(/没看到变化/)),
  lin('event', '一个活动', '复制群通知', { query: 'id=talk-winter' }),
  lin('names', '名单', '报上名', { query: 'id=opera-evening' }),
  lin('chain', '粘贴接龙', '群里的接龙', { query: 'id=class-calligraphy' }),
  lin('chain', '接龙，看一遍', '群里的接龙', { query: 'id=class-calligraphy', opens: async (page) => { await page.getByLabel('群里的接龙').filter({ visible: true }).first().fill('1. 刘阿姨 3号楼\n2. 周姐 替老赵报\n3. 李叔 +1'); await button(page, '看看读得对不对').click(); await page.getByText('看不懂').waitFor() } }),
  lin('chain', '接龙，要回答的', '群里的接龙', { query: 'id=talk-winter', opens: async (page) => { await page.getByLabel('群里的接龙').filter({ visible: true }).first().fill('1. 刘阿姨 3号楼\n2. 李叔 +1'); await button(page, '看看读得对不对').click(); await button(page, '代他们报名').click(); await page.getByText('大家怎么回答').waitFor() } }),
  lin('campaigns', '主题月', '主题月、宣传周'),
  lin('campaign-new', '发起主题月', '名称', { opens: async (page) => { await button(page, '添一张清单').click(); await page.getByText('一行一项').waitFor() } }),
  lin('campaign', '一个主题月', '邻里互助月', { query: 'id=neighbours-month' }),
  lin('campaign', '一个主题月，勾活动', '邻里互助月', { query: 'id=neighbours-month', ...pressed(/勾活动、记录/) }),
  lin('answers', '回答', '谁怎么答的', { query: 'id=talk-winter' }),
  lin('photos', '照片', '添一张照片', { query: 'id=autumn-games' }),
  lin('photos', '照片，公开以前', '添一张照片', { query: 'id=autumn-games', opens: async (page) => { await page.getByRole('radio', { name: '公开', exact: true }).filter({ visible: true }).first().click(); await page.getByText('照片里没有孩子的脸吧').waitFor() } }),
  lin('event-new', '办活动', '活动名称'),
  lin('event-new', '办活动，更多设置', '活动名称', { opens: async (page) => { await page.getByText('更多设置').click(); await button(page, '添一个问题').click(); await page.getByText('选项，用顿号隔开').waitFor() } }),
  lin('event-new', '办活动，一个系列', '活动名称', { opens: async (page) => { await page.getByRole('radio', { name: '每周一次' }).click(); await page.getByText('加上这一天').filter({ visible: true }).first().waitFor() } }),
  lin('event-new', '办活动，有错', '活动名称', { opens: async (page) => { await button(page, '存为草稿').click(); await page.getByText('有几处要改').waitFor() } }),
  lin('units', '单位', '榆荫社区'),
  lin('unit-import', '导入单位', '导入'),
  lin('roles', '谁有权限', '小陈'),
  lin('roles', '谁有权限，邀请', '小陈', pressed('邀请')),
  lin('suggestions', '意见建议', '东门的路灯'),
  lin('today', '今天，管理员', '等着您的'),
  lin('imported', '引用数', '2025 年台账'),
  lin('imported-edit', '录入引用数', '什么数', { excuses: monthsInRows }),
  lin('imported-edit', '录入引用数，有错', '什么数', { excuses: monthsInRows, opens: async (page) => { await button(page, '存好').click(); await page.getByText('请选是什么数').waitFor() } }),
  lin('imported-edit', '录入引用数，选指标', '什么数', { excuses: monthsInRows, ...pressed('选一个指标') }),
  lin('imported-edit', '更正引用数', '为什么改', { query: 'unitId=yuyin&indicator=columns_run&period=2026-08&year=2026' }),
  lin('profile', '社区概况', '常住人口'),
  lin('profile', '社区概况，添一行', '常住人口', pressed('添一行')),
  lin('profile', '社区概况，自己的一行', '常住人口', { opens: async (page) => { await button(page, '添一行').click(); await button(page, '自己起一个名称').click(); await button(page, '存好').click(); await page.getByText('请填一个数').waitFor() } }),
  lin('checks', '对一对', '多打了一个 0 吗'),
  lin('checks', '对一对，更正', '多打了一个 0 吗', { opens: async (page) => { await button(page, /^更正这一笔/).click(); await page.getByText('没有这回事，撤下').filter({ visible: true }).waitFor() } }),
]
