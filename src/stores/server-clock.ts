/** How far this device's clock is off the server's, measured at each answer, so that a record says when it really happened. */
let measured: number | null = null

/** Longer round trips say too little about the moment in between. */
const longestRoundTrip = 5_000

/** `sentAt`, `cameAt`: device time in ms; `serverAt`: ISO, as the answer carries it. */
export function measureClock(sentAt: number, cameAt: number, serverAt: string | undefined): void {
  const server = Date.parse(serverAt ?? '')
  if (Number.isNaN(server) || cameAt < sentAt || cameAt - sentAt > longestRoundTrip) return
  measured = Math.round((sentAt + cameAt) / 2 - server)
}

/** Device − server, in ms; 0 before the first answer. */
export function clockOffset(): number {
  return measured ?? 0
}

/** The same; null before the first answer of this run. */
export function measuredOffset(): number | null {
  return measured
}
