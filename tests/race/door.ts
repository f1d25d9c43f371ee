/** The way in for other processes; it exists only here. It opens when all of them stand before it. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cloud } from '../../emulator/cloud/start-cloud'

export async function openDoor(cloud: Cloud, processes: number) {
  const waiting: ServerResponse[] = []
  let openedAt = Number.NaN
  const wait = (response: ServerResponse) => {
    if (waiting.push(response) < processes) return
    openedAt = performance.now()
    for (const one of waiting) one.end()
  }
  const server = createServer((request, response) => {
    if (request.url === '/ready') return wait(response)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { openid, data } = JSON.parse(Buffer.concat(parts).toString()) as { openid: string; data: unknown }
      cloud.invoke('registrations', { openid, data })
        .catch(() => ({ ok: false, failure: 'broken' }))
        .then((answer) => response.end(JSON.stringify(answer)))
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    openedAt: () => openedAt,
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
