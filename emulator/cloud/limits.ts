import { CloudFailure, invalidParam } from './failure'

/** What production refuses by size and pace. Bytes of UTF-8. */
export const LARGEST_BODY = 50 * 1024 * 1024
const LARGEST_ANSWER = 1024 * 1024
const LARGEST_CALL = 100 * 1024
const LARGEST_ENVIRONMENT = 4 * 1024

/** Looks at the bytes only where the characters leave it open. */
const exceeds = (text: string, most: number) => text.length > most / 4 && Buffer.byteLength(text) > most

export function requireAnswerSize(text: string): string {
  if (exceeds(text, LARGEST_ANSWER)) throw new CloudFailure('EXCEED_MAX_RESPONSE_SIZE', 'response data size exceeds the limit of 1 MB')
  return text
}

/** What a caller sends to a function: JSON, and small. */
export function requireCallData(data: unknown): void {
  let text: string
  try {
    text = JSON.stringify(data) ?? ''
  } catch (error) {
    throw invalidParam(`the data of a function call is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (exceeds(text, LARGEST_CALL)) throw new CloudFailure('EXCEED_MAX_PAYLOAD_SIZE', 'request data of a function call exceeds the limit of 100 KB')
}

/** A function's variables, names and values. */
export function requireEnvironmentSize(environment: Record<string, string>): void {
  const bytes = Buffer.byteLength(Object.entries(environment).flat().join(''))
  if (bytes > LARGEST_ENVIRONMENT) throw new Error(`The variables of functions take ${bytes} bytes: WeChat cloud allows 4 KB.`)
}

/** The plan's requests a second of this machine, of functions and clients together; undefined: no plan. */
export function createGate(requestsPerSecond = Infinity): () => void {
  let second = 0
  let taken = 0
  return () => {
    const now = Math.floor(Date.now() / 1000)
    if (now !== second) [second, taken] = [now, 0]
    taken += 1
    if (taken > requestsPerSecond) throw new CloudFailure('EXCEED_REQUEST_LIMIT', `the plan allows ${requestsPerSecond} requests a second`)
  }
}
