import * as v from 'valibot'
import { defineCall } from '../call'
import { PersonKey } from '../values'

/** 码卡: a code on paper for who leaves the phone at home; a worker scans it while a session takes check-ins. */
export const card = defineCall({
  name: 'people/card',
  input: v.object({
    /** A neighbour without WeChat (熟面孔) whom the caller added; absent: the caller. */
    personKey: v.optional(PersonKey),
    /** The number of the card that is lost: from now on the next one is good and this one is not. Safe to repeat. */
    replaces: v.optional(v.pipe(v.number('码卡编号不对'), v.integer('码卡编号不对'), v.minValue(1, '码卡编号不对'), v.maxValue(1_000_000, '码卡编号不对'))),
  }),
  output: v.object({
    code: v.string(),
    /** The card that is good now, from 1. */
    number: v.number(),
    /** null: never said. */
    callName: v.nullable(v.string()),
  }),
  failures: ['person-not-found'],
})
