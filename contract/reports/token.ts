/** Which number a token of a report prints: a figure's; `imported:` with its name, what was brought over of it; `event:` with its id, the 人次 of one event. */
import * as v from 'valibot'

export const TokenName = v.pipe(v.string('指标不对'), v.regex(/^([a-z_]{3,40}|imported:[a-z_]{3,40}|event:[A-Za-z0-9._:-]{1,64})$/, '指标不对'))

export const importedToken = (figure: string) => `imported:${figure}`
export const eventToken = (eventId: string) => `event:${eventId}`

export type TokenOf = { of: 'figure' | 'imported'; figure: string } | { of: 'event'; eventId: string }

export function readToken(name: string): TokenOf {
  if (name.startsWith('event:')) return { of: 'event', eventId: name.slice('event:'.length) }
  return name.startsWith('imported:') ? { of: 'imported', figure: name.slice('imported:'.length) } : { of: 'figure', figure: name }
}
