/** A browser on a laptop scans nothing. */
export const canScan = false

export function scanCode(): Promise<string | null> {
  return Promise.resolve(null)
}
