/** Where a request of the SDK comes from: the token of the invocation, absent outside of functions. */
export interface Origin {
  token: string | undefined
  functionName: string | undefined
}

/** The request was taken, its answer is lost: the endpoint cuts the connection. */
export class AnswerLost extends Error {}

/** What goes wrong on demand, operation by operation. Nothing is armed unless a test arms it. */
export class Faults {
  /** `crash` ends the process that runs the invocation. */
  constructor(protected readonly crash: (token: string) => void) {}

  /** Runs one operation of the SDK, with whatever trouble stands in its way. */
  async around<T>(_from: Origin, _action: string, operation: () => Promise<T>): Promise<T> {
    return operation()
  }
}
