import type { EventRecord } from '../_shared/records/events'

/** Everything of a plan that residents will read. */
export function wordsOfPlan({ title, placeName, placeNote, bring, organisers, programme, questions }: EventRecord): string[] {
  return [
    title, placeName, placeNote ?? '', bring ?? '', ...organisers.map(({ name }) => name),
    ...programme.flatMap((item) => [item.title, item.form ?? '', item.performers ?? '']), ...questions.flatMap(({ text, options = [] }) => [text, ...options]),
  ]
}
