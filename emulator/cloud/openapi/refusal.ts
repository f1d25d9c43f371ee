/** WeChat heard the call and says no, with one of its own errcodes. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
