/** A world with its door open: what `npm start` shows and browser journeys walk through. */
import { join, resolve } from 'node:path'
import { openDoor, type CastMember } from './door/open-door'
import { openWorld, type OpenWorld, type WorldOptions } from './world/open-world'
import { whoIsThere } from './world/who-is-there'

export interface House {
  url: string
  world: OpenWorld
  cast: readonly CastMember[]
  stop(): Promise<void>
}

/** Names of templates that only this laptop knows: here every tap on 报名 agrees to one message of each. */
const templates = { LINLI_TEMPLATE_REMIND: 'local-remind', LINLI_TEMPLATE_CHANGE: 'local-change', LINLI_TEMPLATE_WAITLIST: 'local-waitlist' }

/** `port` is the door's; the cloud behind it takes any that is free. Timers run, as they do in production. */
export async function openHouse({ port, site = join(resolve(__dirname, '..'), 'dist/h5'), ...options }: Omit<WorldOptions, 'port'> & { port?: number; site?: string }): Promise<House> {
  const world = await openWorld({ ...options, cloud: { timers: true, ...options.cloud, env: { ...templates, ...options.cloud?.env } } })
  try {
    // As in a deployment that has run for a while: what was there is counted already.
    await world.cloud.invoke('totals', { source: 'timer' })
    const { worldName, cast } = whoIsThere(world)
    const door = await openDoor({ cloud: world.cloud, site, cast, worldName, ...(port !== undefined && { port }) })
    // What WeChat finds in a picture comes a moment later, by itself
    const pushes = setInterval(() => void world.cloud.deliverPushes().catch(() => undefined), 1000)
    return { url: door.url, world, cast, stop: async () => { clearInterval(pushes); await door.stop(); await world.stop() } }
  } catch (error) {
    await world.stop()
    throw error
  }
}
