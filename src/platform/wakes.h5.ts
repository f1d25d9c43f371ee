/** The same in a browser, which tells of the network on its window. */
export function onWake(wake: () => void): void {
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') wake() })
}
