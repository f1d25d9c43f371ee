/** What is to be done before anything is sent, for nobody knows what follows: the app may end over it. */
const waiting = new Set<() => void>()

export function beforeSending(act: () => void): void {
  waiting.add(act)
}

export function isSending(): void {
  for (const act of waiting) act()
}
