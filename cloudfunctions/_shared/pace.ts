/**
 * How fast one person may call, counted in each function instance: a worker's queue of a whole evening goes through, a script that
 * hammers does not. A batch of queue/send is one call. It protects the others' share of the plan; it is no proof of anything.
 */
const burst = 300
const perSecond = Number(process.env['LINLI_CALLS_PER_SECOND'] ?? 10)
/** People whose last call is longest ago are forgotten first; by then they have their burst back. */
const mostRemembered = 5_000

const seen = new Map<string, { left: number; at: number; slowed: boolean }>()

/** `now` in ms. `just-now`: it went well until this call; a script that goes on hammering is worth one line in a log and not a thousand. */
export function isTooFast(openid: string, now: number): false | 'just-now' | 'still' {
  const known = seen.get(openid)
  const left = known ? Math.min(burst, known.left + (Math.max(0, now - known.at) / 1000) * perSecond) : burst
  const tooFast = left < 1
  const slowed = tooFast || (known?.slowed === true && left < burst)
  seen.delete(openid)
  seen.set(openid, { left: tooFast ? left : left - 1, at: now, slowed })
  if (seen.size > mostRemembered) seen.delete(seen.keys().next().value ?? '')
  return tooFast && (known?.slowed ? 'still' : 'just-now')
}
