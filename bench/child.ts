/** The inside of a measured process: it answers what the bench asks, and goes when the bench lets go of it. */
export type Work = Record<string, (input: never) => unknown>

export interface Question { id: number; what: string; input: unknown }
export type Reply = { id: number; value: unknown } | { id: number; failure: string }

export function serve(work: Work, close?: () => unknown): void {
  process.on('message', async ({ id, what, input }: Question) => {
    const reply = (answer: Reply) => process.send?.(answer)
    try {
      reply({ id, value: await (work[what] as (input: unknown) => unknown)(input) })
    } catch (failure) {
      reply({ id, failure: failure instanceof Error ? failure.stack ?? failure.message : String(failure) })
    }
  })
  process.on('disconnect', async () => {
    await close?.()
    process.exit()
  })
}
