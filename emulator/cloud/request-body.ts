import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudFailure } from './failure'
import { LARGEST_BODY } from './limits'

/** Of all requests that are being answered. */
const MOST_IN_FLIGHT = 256 * 1024 * 1024
let inFlight = 0

/** The whole body; it counts as in flight until the answer is out. */
export function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const refuse = (code: string, message: string) => {
      parts.length = 0
      request.off('data', take).resume() // the rest is thrown away: who is cut off while sending does not hear why
      reject(new CloudFailure(code, message))
    }
    const take = (part: Buffer) => {
      parts.push(part)
      size += part.length
      inFlight += part.length
      if (size > LARGEST_BODY) refuse('EXCEED_MAX_PAYLOAD_SIZE', 'request body is too large')
      else if (inFlight > MOST_IN_FLIGHT) refuse('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many large requests at once')
    }
    request.on('data', take).once('end', () => resolve(Buffer.concat(parts))).once('error', reject)
    response.once('close', () => {
      request.off('data', take).off('error', reject) // a connection that is kept remembers its last request, and this the body
      parts.length = 0
      inFlight -= size
      if (!request.complete) reject(new Error('the client has gone'))
    })
  })
}
