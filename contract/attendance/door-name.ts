/**
 * Of what somebody said about themselves, what a worker's phone may take along: 姓 and how one calls them, never a given name; of a building its numbers and their words, never
 * what else was typed there. What is not known for certain is left out. Pure.
 */

/** Who came without a name that we know. */
export const unnamed = '居民'

const twoLetters = ['欧阳', '司马', '上官', '诸葛', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '司空', '端木', '东方', '南宫', '独孤', '长孙', '宇文', '轩辕', '赫连', '呼延', '闻人', '澹台', '拓跋']
/** Said before a 姓: 老赵, 小陈. */
const before = /^[老小]/u
const titles = [
  '阿姨', '大爷', '大妈', '大娘', '大伯', '大叔', '大姐', '大哥', '大嫂', '大婶', '奶奶', '爷爷', '叔叔', '伯伯', '伯母', '婶婶', '婆婆', '公公', '姥姥', '姥爷', '外婆', '外公', '师傅', '师父', '老师', '医生', '大夫', '先生', '女士', '同志',
  '妹妹', '姐', '哥', '叔', '伯', '婶', '嫂', '姨', '爷', '奶', '妈', '老', '工',
]

/** `张阿姨`, `老赵`, `欧阳老师`; of `张桂芳` 张. */
export function doorName(callName: string): string {
  const said = callName.trim()
  if (said === unnamed) return unnamed
  const prefix = said.length > 1 ? before.exec(said)?.[0] ?? '' : ''
  const rest = said.slice(prefix.length)
  const surname = twoLetters.find((two) => rest.startsWith(two)) ?? [...rest][0] ?? ''
  const title = prefix === '' ? titles.find((one) => rest === surname + one) ?? '' : ''
  return prefix + surname + title
}

const unit = '(?:号楼|号院|单元|[楼栋幢座门号室层弄巷区院村组队#])'
/** Without lookbehind, which older iPhones do not know. */
const parts = new RegExp(`([0-9]+)[A-Za-z]?${unit}?|([A-Za-z]+)${unit}?|[一二三四五六七八九十甲乙丙丁东西南北]{1,3}${unit}|[-－](?=[0-9])`, 'g')

/** `3号楼2单元` of `翠竹苑3号楼2单元`; null: no number in it. */
export function doorBuilding(building: string | null): string | null {
  const text = building ?? ''
  let kept = ''
  text.replace(parts, (part: string, digits: string | undefined, letters: string | undefined, at: number) => {
    const before = text.charAt(at - 1)
    if (digits !== undefined) kept += digits.length <= 4 ? part : ''
    else if (letters !== undefined) kept += letters.length === 1 && part.length > 1 && !/[A-Za-z]/.test(before) ? part : ''
    else if (!/^[-－]$/.test(part) || /[0-9]/.test(before)) kept += part
    return part
  })
  return /[0-9A-Za-z一二三四五六七八九十甲乙丙丁东西南北]/.test(kept) ? kept : null
}
