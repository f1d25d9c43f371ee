/** `work` for each, so many at once. */
export async function inTurns<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, async () => {
    for (let index = next++; index < all.length; index = next++) await work(all[index]!)
  }))
}
