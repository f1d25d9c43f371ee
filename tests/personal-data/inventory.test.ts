/** The inventory says all that is kept, and nothing that is not. */
import { beforeAll, expect, test } from 'vitest'
import { personalData } from '../../cloudfunctions/_shared/personal-data'
import { dueRules } from '../../cloudfunctions/_shared/records/due'
import { declaredCollections, fieldsThatStand } from './fields-that-stand'

let standing: Record<string, string[]>
beforeAll(async () => { standing = await fieldsThatStand() }, 300_000)

const rowsOf = (collection: string) => personalData[collection] ?? []
const named = (collection: string) => rowsOf(collection).flatMap(({ fields }) => fields.split(' '))

test('every collection is in it', () => expect(Object.keys(personalData).sort()).toEqual([...declaredCollections].sort()))

test.each(declaredCollections)('%s: every field has its row, once, and every row its field', (collection) => {
  expect([...named(collection)].sort()).toEqual(standing[collection])
})

test('what is about people says why, on which ground, how long and who sees it', () => {
  for (const row of Object.values(personalData).flat()) {
    const said = [row.purpose, row.basis, row.kept, row.seenBy].filter((one) => one !== '').length
    expect([row.fields, said]).toEqual([row.fields, row.personal === '否' ? 0 : 4])
  }
})

test('whatever carries the day on which it goes has the rule by which it goes; faces have a job of their own', () => {
  const carrying = Object.entries(standing).filter(([, fields]) => fields.includes('eraseOn')).map(([name]) => name)
  expect([...dueRules.map(({ collection }) => collection), 'faces'].sort()).toEqual(carrying.sort())
})

test('fields that are named as people\'s are people\'s', () => {
  const telling = /callName|personKey|openid|phone|mask|sealed|(?:^|\.)by$|usedBy|createdBy|performers|held\.\*\.\*\.name/
  const missed = Object.entries(personalData).flatMap(([name, rows]) => rows.filter(({ personal }) => personal === '否').flatMap(({ fields }) => fields.split(' ').filter((field) => telling.test(field)).map((field) => `${name}.${field}`)))
  expect(missed).toEqual([])
})

test('the list in the docs is what it says', async () => {
  await expect(printed()).toMatchFileSnapshot('../../docs/personal-data.md')
})

function printed(): string {
  const tables = Object.entries(personalData).flatMap(([name, rows]) => [
    `## ${name}`, '', '| 字段 | 个人信息 | 为什么 | 依据 | 保存多久 | 谁看得到 |', '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ fields, personal, purpose, basis, kept, seenBy }) => `| ${fields.split(' ').map((field) => `\`${field}\``).join(' ')} | ${personal} | ${purpose} | ${basis} | ${kept} | ${seenBy} |`), '',
  ])
  return [
    '# 个人信息清单', '',
    'Printed from `cloudfunctions/_shared/personal-data.ts` by `tests/personal-data/inventory.test.ts`, which seeds every world, makes every writing call and compares each',
    'field that then stands in the database with this list: a field without a row fails, and so does a row without a field.', '',
    '依据指《个人信息保护法》第十三条。这是按现有功能写的提案，由运营单位的法务确认后使用。编号是随机的，只有 `openids` 把它对到微信；任何集合都不能由小程序直接读写。',
    '到期删除和没做完的删除由 `people/forget` 每十分钟执行。本人在“我的 → 我的资料”里查看、带走、删除。网格员手机上有什么，见 [phone.md](phone.md)。', '',
    '## 每一级怎么保护', '',
    '| 级别 | 哪些字段 | 怎么存 | 谁读得到 | 看过记不记 | 日志里 |', '| --- | --- | --- | --- | --- | --- |',
    '| 号码 | 表里的 `….sealed` | AES-256-GCM，每次换初始向量，绑定本人编号；密钥不在数据库里（[keys.md](keys.md)） | 主办单位及其上级的网格员、管理员，一次一个，要说原因；名单上只有 `….mask` | 每次记入审计 | 没有 |',
    '| 是 | 称呼、楼号、回答、谁来没来 | 明文，只在云函数够得到的集合里；到期或本人要求即删 | 表里“谁看得到”；按单位判断，默认不给 | 导出成文件的记入审计；页面上看的不记 | 没有 |',
    '| 编号 | `personKey`、记录编号 | 随机，只有 `openids` 把它对到微信 | 云函数；给页面的只是它自己要用的 | 审计用它写“谁” | 有（`by`），不带别的 |',
    '| 否 | 其余 | 不说到任何人 | 按单位 | 不记 | 可以有 |', '',
    '除 `openids` 外，没有一个集合、文件或日志里有 openid。备份和整库的访问权在运营单位：谁能打开控制台，谁就能看到“是”和“编号”，看不到号码，也改不了审计而不留痕迹。', '',
    ...tables,
  ].join('\n')
}
