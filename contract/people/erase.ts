import * as v from 'valibot'
import { defineCall } from '../call'

/** What a person writes before everything goes. */
export const eraseWord = '删除'

/**
 * Forgets the caller: the way from WeChat to their key, what they are called, phones, answers, neighbours they added, notices and
 * suggestions go; places to come are given back; what was counted keeps a key that belongs to nobody. Safe to repeat; whoever is
 * not known is forgotten already (`who-are-you`).
 */
export const eraseMe = defineCall({
  name: 'people/erase',
  input: v.object({ word: v.literal(eraseWord, `请写“${eraseWord}”两个字`) }),
  /** false: more than one call can take along; asking again goes on, and the timer does too. */
  output: v.object({ done: v.boolean() }),
  failures: ['holds-roles'],
})
