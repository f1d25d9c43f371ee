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

export function wholeNumber(name: string, value: unknown, least: number, refused = requestFailed): number {
  if (!Number.isSafeInteger(value) || Number(value) < least) throw refused(`${name} must be a whole number of at least ${least}`)
  return Number(value)
}

/** Of openapi: WeChat heard the call and refuses, with one of its errcodes. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
