/** Anything that WeChat cloud answers with a code. */
export class CloudFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const requestFailed = (message: string) => new CloudFailure('DATABASE_REQUEST_FAILED', message)
export const invalidParam = (message: string) => new CloudFailure('INVALID_PARAM', message)

/** Of openapi: WeChat heard the call and says no, with one of its own errcodes. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
