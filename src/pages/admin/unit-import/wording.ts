import type { Output } from '#contract/call'
import type { importUnits } from '#contract/units/import'
import type { Failed, Refusals } from '../../../stores/failure-words'

export const importRefusals: Refusals<typeof importUnits> = {
  'unit-not-found': '没有找到这个单位，回去换一个单位看看',
  'upload-not-found': '文件没传上去，再试一次',
  'not-a-spreadsheet': '这个文件不是表格，或者读不出来。请用 .xlsx 的表格',
  'file-too-large': '文件超过 2 MB，分成几个表格再导入',
  'too-many-rows': '超过 5000 行，分成几个表格再导入',
  'changed-meanwhile': '检查之后有人改过单位，再检查一遍',
}

/** Another file is needed; asking again changes nothing. */
const ofTheFile: readonly string[] = ['not-a-spreadsheet', 'file-too-large', 'too-many-rows']
export const needsAnotherFile = (failed: Failed<typeof importUnits>) => ofTheFile.includes(failed.failure)

export const words = {
  page: '导入表格',
  under: (unit: string) => `导入到${unit}`,
  how: ['下载模板，一行写一个单位，上级写在它左边', '选填好的文件，先检查一遍', '一处不对都没有，才能导入'],
  limits: '.xlsx 表格，最多 5000 行、2 MB。已经有的单位不会变。',
  template: '下载模板',
  templateBusy: '正在取…',
  templateFailed: '模板没取到，再试一次',
  templateSaved: (name: string) => `下载好了：${name}`,
  choose: '选文件',
  chooseOther: '换一个文件',
  chooseMended: '选改好的文件',
  unreadable: '这个文件读不出来，换一个试试',
  checking: '正在检查…',
  again: '再试一次',
  checkAgain: '再检查一遍',
  import: '导入',
  importing: '正在导入…',
  untouched: '现在什么都没有改动。改好表格，再选一次。',
  firstOnly: '先列出前 100 处。',
  allKnown: '表里的单位都已经有了，不用导入。',
  back: '回到单位',
  done: (added: number) => `导入好了，新增 ${added} 个单位`,
}

type Told = Output<typeof importUnits>

/** 第 3 行 C 列. */
export function placeWords({ row, column }: Told['troubles'][number]): string {
  return column === null ? `第 ${row} 行` : `第 ${row} 行 ${column} 列`
}

/** 新增 12 个，已有 3 个. */
export function sumWords({ added, known }: Told): string {
  return [`新增 ${added} 个`, ...(known > 0 ? [`已有 ${known} 个`] : [])].join('，')
}
