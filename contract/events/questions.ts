/** The event's own questions, and what a person answers. */
import * as v from 'valibot'
import { optionTellsTooMuch, questionAsksTooMuch } from '../forbidden-asking'
import { openText } from '../values'

export const QuestionKind = v.picklist(['choice', 'text', 'number', 'phone'], '请选问题的种类')

/** `q1` … `q5`; stays the question's own as long as the event lives. */
export const QuestionId = v.pipe(v.string('问题编号不对'), v.regex(/^q[1-5]$/, '问题编号不对'))

export const Question = v.pipe(
  v.object({
    id: QuestionId,
    text: openText('问题', 40, 'line', questionAsksTooMuch),
    kind: QuestionKind,
    /** Of a choice: two to eight. */
    options: v.optional(v.pipe(v.array(openText('选项', 20, 'line', optionTellsTooMuch), '选项不对'), v.minLength(2, '选项至少两个'), v.maxLength(8, '选项最多 8 个')), undefined),
    required: v.boolean('请选是否必答'),
  }),
  v.check(({ kind, options }) => (kind === 'choice') === (options !== undefined), '选择题要有选项，别的题不要'),
)
export type Question = v.InferOutput<typeof Question>

export const Questions = v.pipe(
  v.array(Question, '问题不对'),
  v.maxLength(5, '最多问 5 个问题'),
  v.check((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, '问题编号重复了'),
)

const Answer = v.optional(v.union([v.pipe(v.string('回答不对'), v.maxLength(120, '回答最多 120 个字')), v.pipe(v.number('回答不对'), v.integer('回答要填整数'), v.minValue(0, '回答最少 0'), v.maxValue(100_000, '回答最多 100000'))], '回答不对'))

/** By question; a choice by its words, a number as a number, a phone as typed. What is not answered is absent. */
export const Answers = v.object({ q1: Answer, q2: Answer, q3: Answer, q4: Answer, q5: Answer })
export type Answers = Readonly<Record<string, string | number | undefined>>
