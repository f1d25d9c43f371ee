/**
 * `suggestions/<recordId>`: 意见建议 to one unit, answered by its admins one version at a time. The writer's key stays in here: who answers
 * sees the words, and a 称呼 only where the writer signed.
 */
import type { SuggestionToAnswer } from '../../../contract/suggestions/suggestion'
import { command } from '../cloud'
import { dayAfter, dayOf } from '../rules/calendar'
import { suggestionDays } from '../rules/retention'
import { audited } from './audit'
import { collection } from './collection'
import type { Transaction } from './transaction'

export interface SuggestionAnswer { recordId: string; text: string; by: string; at: string }

export interface SuggestionRecord {
  _id: string
  unitId: string
  personKey: string
  text: string
  callName: string | null
  sentAt: string
  /** Without an answer so far. */
  open: boolean
  /** Oldest first; the last one counts. */
  answers: SuggestionAnswer[]
  /** The day on which all of it goes; null while it waits for an answer. */
  eraseOn: string | null
}

const suggestions = collection<SuggestionRecord>('suggestions')

export const findSuggestion = suggestions.find
export const addSuggestionOnce = suggestions.addOnce

export function suggestionRecord(recordId: string, sent: Pick<SuggestionRecord, 'unitId' | 'personKey' | 'text' | 'callName' | 'sentAt'>): SuggestionRecord {
  return { _id: recordId, ...sent, open: true, answers: [], eraseOn: null }
}

/** How many of a person wait for an answer, counted up to `most`. */
export async function openSuggestionsBy(personKey: string, most: number): Promise<number> {
  return (await suggestions.list({ personKey, open: true }, { limit: most, fields: ['open'] })).length
}

export function suggestionsBy(personKey: string, most: number): Promise<SuggestionRecord[]> {
  return suggestions.list({ personKey }, { orderBy: [['sentAt', 'desc'], ['_id', 'asc']], limit: most })
}

/** How many written to a unit wait for an answer, counted up to `most`. */
export async function openSuggestionsTo(unitId: string, most: number): Promise<number> {
  return (await suggestions.list({ unitId, open: true }, { limit: most, fields: ['open'] })).length
}

/** Where a list goes on. */
export type SuggestionMark = Pick<SuggestionRecord, '_id' | 'open' | 'sentAt'>

/** More than ever reach one unit within the same millisecond. */
const ties = 10

/** Of the unit, open ones first, newest first each; at most so many. */
export async function suggestionsTo(unitId: string, after: SuggestionMark | null, most: number): Promise<SuggestionRecord[]> {
  const found: SuggestionRecord[] = []
  for (const open of [true, false]) {
    if (found.length === most || (open && after?.open === false)) continue
    const mark = after?.open === open ? after : null
    const page = await suggestions.list(
      { unitId, open, ...(mark && { sentAt: command.lte(mark.sentAt) }) },
      { orderBy: [['sentAt', 'desc'], ['_id', 'asc']], limit: most - found.length + (mark ? ties : 0) },
    )
    found.push(...page.filter(({ _id, sentAt }) => mark === null || sentAt < mark.sentAt || _id > mark._id))
  }
  return found.slice(0, most)
}

/** With its entry in the audit, which holds no words. `path`: root … the unit it was written to. */
export async function addAnswer(transaction: Transaction, to: SuggestionRecord, answer: SuggestionAnswer, path: readonly string[]): Promise<SuggestionRecord> {
  const { by, at } = answer
  const eraseOn = dayAfter(dayOf(at), suggestionDays)
  await audited(transaction, path, { action: 'suggestions/answer', by, about: to._id, facts: { rev: to.answers.length + 1 } }, at)
  await transaction.update('suggestions', to._id, { open: false, eraseOn, answers: command.push([answer]) })
  return { ...to, open: false, eraseOn, answers: [...to.answers, answer] }
}

/** What who answers may see. */
export function toAnswer({ _id, text, callName, sentAt, answers }: SuggestionRecord): SuggestionToAnswer {
  return { id: _id, text, callName, sentAt, answer: newestAnswer(answers), rev: answers.length }
}

export function newestAnswer(answers: readonly SuggestionAnswer[]): { text: string; at: string } | null {
  const last = answers.at(-1)
  return last ? { text: last.text, at: last.at } : null
}

/** All that one person wrote, with what was answered. */
export async function dropSuggestionsBy(personKey: string): Promise<void> {
  await suggestions.remove({ personKey })
}
