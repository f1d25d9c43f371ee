/** The network that there is now. */

/** Does sending cost nothing here? A browser that does not say is a laptop. */
export async function isOnWifi(): Promise<boolean> {
  const { connection } = navigator as { connection?: { type?: string } }
  return connection?.type !== 'cellular'
}
