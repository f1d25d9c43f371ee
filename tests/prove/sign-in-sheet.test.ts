/** The sign-in sheet as LibreOffice prints it: what stands on which page. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInSheetOf, type Sheet } from '../../cloudfunctions/reports/document/sign-in-sheet'

let folder = ''
beforeAll(() => {
  const hasBoth = ['soffice', 'pdftotext'].every((tool) => spawnSync('which', [tool]).status === 0)
  if (!hasBoth) throw new Error('测量版面需要 LibreOffice 和 poppler：请先安装 libreoffice-writer-nogui、poppler-utils 和 fonts-noto-cjk')
  folder = mkdtempSync(join(tmpdir(), 'linli-sheet-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const parties = (n: number) => Array.from({ length: n }, (_, i) => ({ number: i + 1, callName: i % 20 === 7 ? '张阿姨' : `邻居${i + 1}`, building: `${i + 1}号楼`, partySize: (i % 4) + 1 }))
const sheet = (n: number, more: Partial<Sheet> = {}): Sheet => ({
  title: '民法典讲座', when: '2026年11月27日　星期五　19:00－20:30', place: '社区活动室', unitName: '榆荫社区', startsAt: '2026-11-27T11:00:00.000Z', countOnly: false, blankFrom: 1, parties: parties(n), ...more,
})

/** Lines of each page, columns apart by a space. */
async function printed(what: Sheet): Promise<string[][]> {
  writeFileSync(join(folder, 'sheet.docx'), await signInSheetOf(what))
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'sheet.docx')], { stdio: 'ignore', timeout: 120_000 })
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'sheet.pdf'), '-']).toString()
  return text.split('\f').slice(0, -1).map((page) => page.split('\n').map((line) => line.trim().replace(/\s+/g, ' ').replace(/^现 /, '现')).filter((line) => line !== ''))
}
const rowsOn = (page: readonly string[]) => page.filter((line) => /^现?\d{1,3}( |$)/.test(line))
const wordsOn = (page: readonly string[]) => page.join('').replace(/\s/g, '')

test('37 parties and 17 blank rows fill three pages, each headed with title, day, hour and place, and numbered x of y', async () => {
  const pages = await printed(sheet(37))
  expect(pages.map((page) => rowsOn(page).length)).toEqual([18, 18, 17])
  for (const [index, page] of pages.entries()) {
    const text = wordsOn(page)
    for (const words of ['民法典讲座签到表', '2026年11月27日星期五19:00－20:30社区活动室', '序号称呼报名实到签名', '不写电话、证件号', `第${index + 1}页，共3页`]) expect(text).toContain(words)
  }
  const all = pages.flatMap(rowsOn)
  expect(all[0]).toMatch(/^1 邻居 ?1 1 ?人$/)
  expect(all[36]).toMatch(/^37 邻居 ?37 1 ?人$/)
  expect(all.slice(37)).toEqual(Array.from({ length: 16 }, (_, i) => `现${i + 1}`))
  expect(wordsOn(pages[2]!)).toContain('现场共人（没签名的也算）登记人：')
})
test('the longest title and the longest names lose no row', async () => {
  const pages = await printed(sheet(36, { title: '题'.repeat(40), parties: parties(36).map((one) => ({ ...one, callName: '欧阳老师和孩子们一起来吧' })) }))
  expect(pages.flatMap(rowsOn).filter((line) => /^\d/.test(line))).toHaveLength(36)
})
test('where no names are kept it is a tally, without a column for names or signatures', async () => {
  const text = (await printed(sheet(0, { title: '社区义诊', countOnly: true }))).map(wordsOn).join('')
  expect(text).toContain('社区义诊清点表')
  expect(text).toContain('序号哪里、什么时候画“正”字人数')
  expect(text).toContain('只记人数，不写姓名、电话、证件号。')
  expect(text).not.toMatch(/称呼|签名|报名/)
})
