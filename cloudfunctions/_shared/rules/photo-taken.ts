import { instant } from './calendar'

/** When a photo was taken, by the server's clock; of an album picture what it claims. Null: nobody knows. Pure. */
export function takenAtOf({ source, takenAt, offsetMs }: { source: 'in-app' | 'album'; takenAt: string | null; offsetMs: number }): string | null {
  return takenAt !== null && source === 'in-app' ? instant(Date.parse(takenAt) - offsetMs) : takenAt
}
