/** As far as the contract takes an offset (values.ts), in ms. */
const mostOff = 3.2e11

/** `device`: its time in ms; `offsetMs`: device − server. A clock that stands in 1970 says nothing worth keeping: then the corrected time stands alone. Pure. */
export function stampedAt(device: number, offsetMs: number): { at: string; offsetMs: number } {
  return Math.abs(offsetMs) > mostOff ? { at: new Date(device - offsetMs).toISOString(), offsetMs: 0 } : { at: new Date(device).toISOString(), offsetMs }
}

/** The same of a photo. What an album picture claims is not by this clock, and stands as it is. */
export function takenAndOff({ source, takenAt, offsetMs }: { source: 'in-app' | 'album'; takenAt: string | null; offsetMs: number }): { takenAt: string | null; offsetMs: number } {
  const stamp = stampedAt(takenAt === null ? 0 : Date.parse(takenAt), offsetMs)
  return { takenAt: takenAt === null || source === 'album' ? takenAt : stamp.at, offsetMs: stamp.offsetMs }
}
