/** 意见建议: what the person wrote with its answers, and for admins what was written to a unit. Only a server's answer takes a text off the screen. */
import { create } from './forgettable'
import type { Answer } from '#contract/call'
import { answerSuggestion } from '#contract/suggestions/answer'
import { listSuggestions } from '#contract/suggestions/list'
import { mySuggestions } from '#contract/suggestions/mine'
import { sendSuggestion } from '#contract/suggestions/send'
import type { SuggestionToAnswer } from '#contract/suggestions/suggestion'
import type { UnitBrief } from '#contract/values'
import { call, type Sent } from './call'
import { draftStore } from './event-draft'
import type { Failed } from './failure-words'
import { fetchStore } from './fetched'
import type { Me } from './people'
import { sentOnce } from './sent-once'

export const useMySuggestions = fetchStore(mySuggestions)

/** `to`: null until the person chose another unit than their own. */
export const useSuggestDraft = draftStore('suggestion', () => ({ to: null as string | null, text: '', callName: '' }))

/** The communities, and the units of the person's own roles; nobody writes to a grid. */
export function unitsToWriteTo(me: Me | null): UnitBrief[] {
  const units = [...(me?.communities ?? []), ...(me?.roles.map(({ unit }) => unit) ?? [])].filter(({ level }) => level !== 'grid')
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}

/** The chosen unit, otherwise where the person lives, otherwise where they work. */
export function unitWrittenTo(me: Me | null, chosen: string | null): UnitBrief | null {
  const units = unitsToWriteTo(me)
  const usual = me?.community?.id ?? me?.roles.find(({ unit }) => unit.level !== 'grid')?.unit.id
  return units.find(({ id }) => id === (chosen ?? usual)) ?? null
}

export async function suggest({ unitId, text, callName }: { unitId: string; text: string; callName: string }): Promise<Answer<typeof sendSuggestion>> {
  const [words, signed] = [text.trim(), callName.trim()]
  const answer = await sentOnce(['send', unitId, words, signed], (recordId) => call(sendSuggestion, { recordId, unitId, text: words, ...(signed !== '' && { callName: signed }) }))
  if (answer.ok) await useMySuggestions.getState().load({})
  return answer
}

interface ToAnswer {
  unitId: string | null
  suggestions: SuggestionToAnswer[] | null
  /** Where the next page begins; null: these are all. */
  after: string | null
  failed: Failed<typeof listSuggestions> | null
  loading: boolean
  load(unitId: string): Promise<void>
  more(): Promise<void>
}

export const useSuggestionsToAnswer = create<ToAnswer>()((set, get) => {
  let asked = 0

  async function fetchFrom(unitId: string, after: string | null): Promise<void> {
    const question = (asked += 1)
    set({ loading: true, failed: null })
    const answer = await call(listSuggestions, { unitId, ...(after !== null && { after }) } satisfies Sent<typeof listSuggestions>)
    if (question !== asked) return
    if (!answer.ok) return set({ failed: answer, loading: false })
    const before = after === null ? [] : get().suggestions ?? []
    // One that was answered meanwhile may come again further down.
    const news = answer.value.suggestions.filter(({ id }) => before.every((one) => one.id !== id))
    set({ suggestions: [...before, ...news], after: answer.value.after, loading: false })
  }
  return {
    unitId: null,
    suggestions: null,
    after: null,
    failed: null,
    loading: false,
    load: async (unitId) => {
      if (unitId !== get().unitId) set({ unitId, suggestions: null, after: null })
      await fetchFrom(unitId, null)
    },
    more: async () => {
      const { unitId, after, loading } = get()
      if (unitId !== null && after !== null && !loading) await fetchFrom(unitId, after)
    },
  }
})

export async function reply({ id, rev }: SuggestionToAnswer, text: string): Promise<Answer<typeof answerSuggestion>> {
  const words = text.trim()
  const answer = await sentOnce(['answer', id, words], (recordId) => call(answerSuggestion, { recordId, suggestionId: id, rev, text: words }))
  if (answer.ok) showInPlace(answer.value.suggestion)
  else if (answer.failure === 'changed-meanwhile' || answer.failure === 'suggestion-not-found') {
    const { unitId, load } = useSuggestionsToAnswer.getState()
    if (unitId !== null) await load(unitId)
  }
  return answer
}

/** It stays where it stood, so that nothing jumps under the finger; the next look sorts it. */
function showInPlace(answered: SuggestionToAnswer): void {
  const { suggestions } = useSuggestionsToAnswer.getState()
  if (suggestions) useSuggestionsToAnswer.setState({ suggestions: suggestions.map((one) => (one.id === answered.id ? answered : one)) })
}
