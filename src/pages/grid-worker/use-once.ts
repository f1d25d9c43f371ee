import { useEffect, useRef } from 'react'

/** Two quick taps are one: what was done is not done again until it is `open` anew. What did not come about may be tried again. */
export function useOnce(open: boolean): (act: () => Promise<boolean>) => Promise<void> {
  const spent = useRef(false)
  useEffect(() => { if (open) spent.current = false }, [open])
  return async (act) => {
    if (spent.current) return
    spent.current = true
    let done = false
    try {
      done = await act()
    } finally {
      spent.current = done
    }
  }
}
