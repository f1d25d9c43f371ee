/** Files of the app as they must not be: with one of its guards off. For controls, which have to fail. */
export const guardsOff = {
  /** HTTP 200 is taken for a receipt. */
  receipts: {
    'queue/receipts.ts': `
      export const isPassing = (failure: string) => ['offline', 'internal', 'too-fast', 'who-are-you', 'not-yet'].includes(failure)
      export const troubleOf = ({ failure, message }: { failure: string; message?: string }) => ({ failure, message })
      export const judged = () => ({ is: 'receipted', value: null })
    `,
  },
  /** The device's clock is right, always. */
  clock: {
    'stores/server-clock.ts': `
      export const moved = 300_000
      export const keepClock = () => undefined
      export const measureClock = () => undefined
      export const clockOffset = () => 0
      export const measuredOffset = () => 0
      export const measuredClock = () => null
      export const sawTime = () => undefined
      export const clockDoubt = () => null
      export const rememberClock = () => undefined
    `,
  },
} as const
