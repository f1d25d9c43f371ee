/** Is it said there? Full and half width, capitals and spaces make no difference. Pure. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

/** First what comes or goes on, the nearest first; then what has been, the latest first. */
export function nearestFirst<E extends { _id: string; firstOn: string; lastOn: string }>(events: readonly E[], today: string): E[] {
  const coming = events.filter(({ lastOn }) => lastOn >= today)
  const over = events.filter(({ lastOn }) => lastOn < today)
  const next = ({ firstOn }: E) => (firstOn > today ? firstOn : today)
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [
    ...coming.sort((a, b) => order(next(a), next(b)) || order(a.firstOn, b.firstOn) || order(a._id, b._id)),
    ...over.sort((a, b) => order(b.lastOn, a.lastOn) || order(a._id, b._id)),
  ]
}
