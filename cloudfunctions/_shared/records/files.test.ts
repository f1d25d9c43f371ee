/** Bytes come from the address that storage gave and from nowhere else. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAddress } from './files'

const asked: string[] = []
let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const status = /^\/(\d+)$/.exec(request.url ?? '')?.[1]
    response.writeHead(Number(status ?? 200), status ? { location: `${url}/elsewhere` } : {}).end('bytes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test('a redirect is not followed, whatever it is called', async () => {
  for (const status of [301, 302, 303, 307, 308]) await expect(readAddress(`${url}/${status}`, 100)).rejects.toThrow(`storage answered ${status}`)
  expect(asked).toEqual(['/301', '/302', '/303', '/307', '/308'])
})

test('a file is read to its end, one too many bytes is too large, and what is gone is missing', async () => {
  expect(await readAddress(`${url}/file`, 5)).toEqual(Buffer.from('bytes'))
  expect(await readAddress(`${url}/file`, 4)).toBe('too-large')
  expect(await readAddress(`${url}/404`, 100)).toBe('missing')
})
