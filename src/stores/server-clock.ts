/**
 * How far this device's clock is off the server's, measured at each answer, so that a record says when it really happened. The last measurement
 * outlives a run of the app: a phone that starts without signal still knows it, and notices when its clock has gone backwards since.
 */
/** `offsetMs`: device − server. `serverAt`: when that was, by the server's clock, in ms. */
export interface Measured { offsetMs: number; serverAt: number }

/** `before`: the last measurement before the offset moved, when somebody set the clock in between. */
export interface Clock { last: Measured | null; before: Measured | null }

/** An answer that took longer says when it was made to half the way there and back, some seconds; one that took longest, nothing. In ms. */
const quick = 5_000
const longestRoundTrip = 30_000
/** A clock drifts seconds a week, and is measured a few seconds wrong on a bad line; beyond that somebody has set it. In ms. */
export const moved = 5 * 60_000
/** How old what was kept may be, in ms: not every answer is worth a write. */
const worthWriting = 10 * 60_000

let clock: Clock = { last: null, before: null }
let measuredNow = false
let jumped = false
/** The latest device time that anything was done at, in ms. */
let seen = 0
let written = 0
let write: (clock: Clock) => void = () => undefined
const waiting = new Set<() => void>()

/** Told at each measurement; answers how to be told no more. */
export function onMeasured(tell: () => void): () => void {
  waiting.add(tell)
  return () => void waiting.delete(tell)
}

/** Where it outlives the run: `stored` is what an earlier one left there, unread. */
export function keepClock(stored: unknown, keep: (clock: Clock) => void): void {
  write = keep
  if (measuredNow) return rememberClock()
  clock = readClock(stored)
  written = clock.last?.serverAt ?? 0
  seen = clock.last ? clock.last.serverAt + clock.last.offsetMs : 0
}

/** `sentAt`, `cameAt`: device time in ms; `serverAt`: ISO, as the answer carries it. */
export function measureClock(sentAt: number, cameAt: number, serverAt: string | undefined): void {
  const server = Date.parse(serverAt ?? '')
  const trip = cameAt - sentAt
  if (Number.isNaN(server) || trip < 0 || trip > longestRoundTrip) return
  const now: Measured = { offsetMs: Math.round((sentAt + cameAt) / 2 - server), serverAt: server }
  const { last, before } = clock
  // By a slow line the moment is known to some seconds: enough to see that a clock is wrong, and no better than what it does not contradict.
  if (trip > quick && Math.abs(now.offsetMs - clockOffset()) <= (last === null ? trip : moved)) now.offsetMs = clockOffset()
  const wasSet = last !== null && Math.abs(now.offsetMs - last.offsetMs) > moved
  clock = { last: now, before: wasSet ? last : before }
  measuredNow = true
  jumped = false
  seen = cameAt
  if (wasSet || last === null || server - written > worthWriting) rememberClock()
  for (const tell of waiting) tell()
}

/** Device − server, in ms; 0 where nobody ever measured. */
export function clockOffset(): number {
  return clock.last?.offsetMs ?? 0
}

/** The same; null before the first answer of this run. */
export function measuredOffset(): number | null {
  return measuredNow ? clockOffset() : null
}

/** The community's time as well as this phone knows it, in ms: never before it last heard from there, so a clock that went back to 1970 still has the day. */
export function communityNow(): number {
  return Math.max(Date.now() - clockOffset(), heardAt())
}

/** The latest moment that the community itself told, in ms: it is at least so late, whatever clock anybody has set. 0: it never told one. */
export function heardAt(): number {
  return clock.last?.serverAt ?? 0
}

/** As measured in this run; null before its first answer, and since the clock went backwards. */
export function measuredClock(): Clock | null {
  return measuredNow && !jumped ? clock : null
}

/** `device`: a time that something was done at, in ms, now or in an earlier run. */
export function sawTime(device: number): void {
  if (device < seen - moved) jumped = true
  else seen = Math.max(seen, device)
}

/** May the clock say a wrong day? Never measured, or gone backwards since it was. Once seen, until it is measured again. */
export function clockDoubt(): 'unknown' | 'jumped' | null {
  if (clock.last === null) return 'unknown'
  sawTime(Date.now())
  return jumped ? 'jumped' : null
}

/** Kept as it stands: before something is sent on its strength. */
export function rememberClock(): void {
  written = clock.last?.serverAt ?? 0
  write(clock)
}

function readClock(stored: unknown): Clock {
  const { last, before } = (stored || {}) as Partial<Record<keyof Clock, unknown>>
  return { last: readMeasured(last), before: readMeasured(before) }
}

function readMeasured(stored: unknown): Measured | null {
  const { offsetMs, serverAt } = (stored ?? {}) as Partial<Measured>
  return Number.isFinite(offsetMs) && Number.isFinite(serverAt) ? { offsetMs: offsetMs as number, serverAt: serverAt as number } : null
}
