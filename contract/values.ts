/** Shapes that several calls share. Every limit of an input stands in its schema, with the answer in Chinese. */
import * as v from 'valibot'
import { asksTooMuch, holdsIdNumber } from './forbidden-asking'

/** Random or natural id; never shown to people. 64 characters at most. */
export const Id = v.pipe(v.string('编号不对'), v.regex(/^[A-Za-z0-9._:-]{1,64}$/, '编号不对'))

/** A person's random key; without a dot, because it names fields of documents. */
export const PersonKey = v.pipe(
  v.string('人的编号不对'),
  v.regex(/^[A-Za-z0-9:-]{1,64}$/, '人的编号不对'),
  // Of letters alone are the names of what every object has, `constructor` for one; every key of ours has a digit or a dash.
  v.regex(/[\d-]/, '人的编号不对'),
)

/** Made on the device, kept for every repeat of the same record: 16 to 40 letters and digits. */
export const RecordId = v.pipe(v.string('记录编号不对'), v.regex(/^[A-Za-z0-9-]{16,40}$/, '记录编号不对'))

/** ISO 8601 in UTC with milliseconds, as `new Date().toISOString()` writes it. */
export const Instant = v.pipe(
  v.string('时间不对'),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, '时间不对'),
  v.check((text) => isRealDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)), '时间不对'),
)

/** Calendar day in Asia/Shanghai, `2017-09-30`. */
export const Day = v.pipe(v.string('日期不对'), v.regex(/^(19|20)\d{2}-\d{2}-\d{2}$/, '日期不对'), v.check(isRealDay, '日期不对'))

/** Calendar month in Asia/Shanghai, `2017-09`. */
export const Month = v.pipe(v.string('月份不对'), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, '月份不对'))

/** Device clock minus server clock as the device measured it, in ms; at most ten years either way. */
export const Offset = v.pipe(v.number('时钟偏差不对'), v.integer('时钟偏差不对'), v.minValue(-3.2e11, '时钟偏差不对'), v.maxValue(3.2e11, '时钟偏差不对'))

/** What people typed: trimmed, not empty, without control characters; one line, but `lines` for notes and reasons. */
export function text(what: string, max: number, shape: 'line' | 'lines' = 'line') {
  return v.pipe(
    v.string(`请填写${what}`),
    v.trim(),
    v.minLength(1, `请填写${what}`),
    v.maxLength(max, `${what}最多 ${max} 个字`),
    v.check((value) => shape === 'lines' || !lineEnd.test(value), `${what}要写成一行`),
    // C0 controls except newline, and lone surrogates, break cards, files and prints.
    v.check((value) => isPlainText(value), `${what}里有无法显示的字符`),
    v.check((value) => !holdsIdNumber(value), `${what}里有身份证号：邻里不收集身份证号，请去掉`),
  )
}

/** A text that others read or that says something about people: it may neither ask for nor tell what nobody here may know. */
export function openText(what: string, max: number, shape: 'line' | 'lines' = 'line', tooMuch = asksTooMuch) {
  return v.pipe(
    text(what, max, shape),
    v.check((value) => tooMuch(value) === null, (issue) => `${what}里写到了个人的${tooMuch(issue.input)}：邻里不问也不记这个，请改一下`),
  )
}

/** A mobile number, or a landline with its area code; spaces and dashes are taken out. */
export const Phone = v.pipe(
  v.string('电话号码不对'),
  v.maxLength(24, '电话号码不对'),
  v.transform((typed) => typed.normalize('NFKC').replace(/[\s()-]/g, '')),
  v.regex(/^(1[3-9]\d{9}|0[1-9]\d{8,10})$/, '电话号码不对：请填 11 位手机号，或带区号的座机号'),
)

/** Whole number of people, things or places. */
export function count(what: string, max: number, min = 1) {
  return v.pipe(
    v.number(`${what}要填整数`),
    v.integer(`${what}要填整数`),
    v.minValue(min, `${what}最少 ${min}`),
    v.maxValue(max, `${what}最多 ${max}`),
  )
}

/**
 * How a number was meant: exact, or with one of the soft words people write beside it.
 * `over` 余, `many` 多, `near` 近, `about` 约, `thousand` 上千 (its value is 1,000).
 */
export const Softness = v.picklist(['exact', 'over', 'many', 'near', 'about', 'thousand'], '请选正好、余、多、近、约或上千')
export type Softness = v.InferOutput<typeof Softness>

export const UnitLevel = v.picklist(['district', 'street', 'community', 'grid'])
export const UnitBrief = v.object({ id: Id, name: v.string(), level: UnitLevel })
export type UnitBrief = v.InferOutput<typeof UnitBrief>

/** The server's answer to one record: a device may forget its record only when the id is its own; the hash says what was kept. */
export const Receipt = v.object({
  recordId: RecordId,
  /** SHA-256 of the input as canonical JSON, hex. */
  hash: v.string(),
  /** `correction`: taken, of a month that is closed already: it stands beside that month's figures as a 更正 and is not in them. */
  outcome: v.picklist(['counted', 'already-there', 'correction']),
})
export type Receipt = v.InferOutput<typeof Receipt>

/** U+0085, U+2028 and U+2029 end a line too. */
const lineEnd = /[\n\r\u0085\u2028\u2029]/

function isPlainText(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i)
    if ((code < 32 && code !== 10) || code === 127) return false
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = value.charCodeAt(i + 1)
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false
      i += 1
    } else if (code >= 0xdc00 && code <= 0xdfff) return false
  }
  return true
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}
