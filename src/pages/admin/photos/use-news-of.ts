/** While WeChat looks at a photo and somebody looks at the page, the page asks what came of it: soon at first, then ever less often. */
import { useEffect } from 'react'
import { loadEventPhotos } from '../../../stores/event-photos'

const soonest = 2_000
const latest = 30_000

export function useNewsOf(eventId: string, waits: boolean): void {
  useEffect(() => {
    if (!waits) return undefined
    let pause = soonest
    let next: ReturnType<typeof setTimeout>
    const askLater = () => {
      next = setTimeout(() => {
        pause = Math.min(pause * 1.5, latest)
        void loadEventPhotos(eventId, true)
        askLater()
      }, pause)
    }
    askLater()
    return () => clearTimeout(next)
  }, [eventId, waits])
}
