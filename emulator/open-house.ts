/** A world with its door open: what `npm start` shows and browser journeys walk through. */
import { join, resolve } from 'node:path'
import { openDoor, type CastMember } from './door/open-door'
import { cast, castIds, openidOf, type CastId, type CastPerson } from './world/cast'
import { openWorld, type OpenWorld, type WorldOptions } from './world/open-world'

export interface House {
  url: string
  world: OpenWorld
  stop(): Promise<void>
}

/** `port` is the door's; the cloud behind it takes any that is free. */
export async function openHouse({ port, site = join(resolve(__dirname, '..'), 'dist/h5'), ...options }: Omit<WorldOptions, 'port'> & { port?: number; site?: string }): Promise<House> {
  const world = await openWorld(options)
  try {
    const door = await openDoor({ cloud: world.cloud, site, cast: castMembers, worldName: '河湾街道榆荫社区', ...(port !== undefined && { port }) })
    return { url: door.url, world, stop: async () => { await door.stop(); await world.stop() } }
  } catch (error) {
    await world.stop()
    throw error
  }
}

const says: Record<CastId, string> = {
  zhang: '看看今晚有什么活动，给自己报个名。',
  li: '和张阿姨住一个社区，也来看看有什么活动。',
  chen: '今晚在门口点名签到，顺手记一笔、拍张照片。',
  lin: '看人次怎么涨起来，打开本月的月报，下载成 Word。',
  he: '看整条街道的数，每个社区的都在里面。',
  zhou: '柳桥社区的网格员，只看得到柳桥的活动。',
}

const firstPage = { resident: '/pages/resident/events/index', gridWorker: '/pages/grid-worker/today/index', admin: '/pages/admin/totals/index' }

export const castMembers: CastMember[] = castIds.map((id) => {
  const { name, what, grant }: CastPerson = cast[id]
  return { id, openid: openidOf(id), name: `${name}（${what.replace('榆荫社区', '')}）`, says: says[id], startAt: firstPage[grant?.role ?? 'resident'] }
})
