import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { bodyOf } from '../cloud/request-body'
import { CloudFailure } from '../cloud/failure'
import type { Cloud } from '../cloud/start-cloud'
import { sendFile } from './site-files'
import { whoPage } from './who-page'

export interface CastMember {
  id: string
  openid: string
  /** With the role in full-width brackets: 张阿姨（居民）. */
  name: string
  /** One sentence: what to try as this person. */
  says: string
  /** Page path in the app. */
  startAt: string
}

export interface DoorOptions {
  cloud: Cloud
  /** The h5 build: `dist/h5`. Without it there is only the page that asks who one wants to be. */
  site?: string
  cast: readonly CastMember[]
  worldName: string
  port?: number
}

export interface Door {
  url: string
  stop(): Promise<void>
}

const SCRIPT = readFileSync(join(__dirname, 'cloud.js'), 'utf8')

/**
 * Where browsers come in: it serves the h5 build and makes calls as whichever of the cast the page says. There is no
 * login at all, so it answers to this machine's names only and to its own pages only.
 */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const { cloud, cast, worldName } = options
  const json = 'application/json; charset=utf-8'

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const send = (status: number, type: string, body: string) =>
      void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    if (!fromHere(request, port)) return send(403, 'text/plain; charset=utf-8', '这里只供这台电脑上的浏览器使用。')
    if (request.method === 'POST') {
      try {
        return send(200, json, JSON.stringify({ ...(await posted(url, request, response)), now: cloud.clock.now() }))
      } catch (failure) {
        const code = failure instanceof CloudFailure ? failure.code : 'INVALID_PARAM'
        return send(200, json, JSON.stringify({ error: { code, message: failure instanceof Error ? failure.message : '' }, now: cloud.clock.now() }))
      }
    }
    if (url.pathname === '/door/cloud.js') return send(200, 'text/javascript; charset=utf-8', script())
    if (url.pathname === '/door/clock') return send(200, json, JSON.stringify({ now: new Date(cloud.clock.now()).toISOString() }))
    const isEntry = url.pathname === '/' || url.pathname === '/index.html'
    if (!isEntry) return sendFile(response, options.site, url.pathname)
    const chosen = cast.some(({ id }) => id === url.searchParams.get('as'))
    if (!chosen) return send(200, 'text/html; charset=utf-8', whoPage(worldName, cloud.clock.now(), cast))
    const page = appPage()
    return send(page === null ? 503 : 200, 'text/html; charset=utf-8', page ?? '<!doctype html><meta charset="utf-8">网页版还没有构建好：请先运行 npm run build:h5')
  }

  async function posted(url: URL, request: IncomingMessage, response: ServerResponse): Promise<object> {
    const body = await bodyOf(request, response)
    if (url.pathname === '/door/call') {
      const { as, name, data } = JSON.parse(body.toString('utf8')) as { as?: unknown; name?: unknown; data?: unknown }
      return { result: (await cloud.invoke(String(name), { openid: member(as).openid, data })) ?? null }
    }
    if (url.pathname === '/door/upload') {
      const { openid } = member(url.searchParams.get('as'))
      return cloud.client(openid).uploadFile({ cloudPath: url.searchParams.get('cloudPath') ?? '', fileContent: body })
    }
    if (url.pathname === '/door/consent') {
      const { as, templates } = JSON.parse(body.toString('utf8')) as { as?: unknown; templates?: unknown }
      const { openid } = member(as)
      for (const template of Array.isArray(templates) ? templates.slice(0, 3) : []) cloud.subscribe(openid, String(template))
      return {}
    }
    if (url.pathname === '/door/clock') {
      cloud.clock.set(String((JSON.parse(body.toString('utf8')) as { now?: unknown }).now))
      return {}
    }
    throw new CloudFailure('INVALID_PARAM', `nothing is at ${url.pathname}`)
  }

  function member(id: unknown): CastMember {
    const found = cast.find((person) => person.id === id)
    if (!found) throw new CloudFailure('INVALID_PARAM', `nobody in this world is "${String(id)}"`)
    return found
  }

  function script(): string {
    const facts = { now: cloud.clock.now(), cast: cast.map(({ id, name }) => ({ id, name })) }
    return SCRIPT.replace('/* filled in by the door */ {}', () => JSON.stringify(facts).replace(/</g, '\\u003c'))
  }

  /** The app's own page with one more script, before all others. */
  function appPage(): string | null {
    try {
      const html = readFileSync(join(options.site ?? '', 'index.html'), 'utf8')
      return html.replace(/<head[^>]*>/i, (head) => `${head}<script src="/door/cloud.js"></script>`)
    } catch {
      return null
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.headersSent || response.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Not through a name that was made to point here, nor from another site's page. */
function fromHere(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host = '', origin } = request.headers
  return hosts.includes(host) && (origin === undefined || origin === `http://${host}`)
}
