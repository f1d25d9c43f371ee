/** The cast as a world's first page introduces it: the units are the world's own, and so is what there is to do. */
import type { CastMember } from '../door/open-door'
import { cast, castIds, openidOf, type CastId, type CastPerson } from './cast'
import type { OpenWorld } from './open-world'
import type { WorldName } from './worlds'

type NameOf = (unitId: string) => string

export function whoIsThere(world: OpenWorld): { worldName: string; cast: CastMember[] } {
  const names = new Map(world.cloud.db.find('units').map((unit) => [unit._id, String(unit.name)]))
  const nameOf: NameOf = (id) => names.get(id) ?? id
  const says: Record<CastId, string> = { ...everywhere(nameOf), ...here[world.name] }
  return { worldName: `${nameOf('hewan')}${nameOf('yuyin')}`, cast: castIds.map((id) => member(id, nameOf, says[id])) }
}

const roles = {
  resident: { zh: '居民', startAt: '/pages/resident/events/index' },
  gridWorker: { zh: '网格员', startAt: '/pages/grid-worker/today/index' },
  admin: { zh: '管理员', startAt: '/pages/admin/totals/index' },
}

/** The unit is named where it is not the community that the world is about. */
function member(id: CastId, nameOf: NameOf, says: string): CastMember {
  const { name, communityId, grant }: CastPerson = cast[id]
  const unitId = grant?.unitId ?? communityId
  const { zh, startAt } = roles[grant?.role ?? 'resident']
  return { id, openid: openidOf(id), name: `${name}（${unitId === 'yuyin' ? '' : nameOf(unitId)}${zh}）`, says, startAt }
}

/** True at any time of any world: the clock goes on, so nothing is said of this evening. */
function everywhere(nameOf: NameOf): Record<CastId, string> {
  return {
    zhang: '看看有什么活动，给自己报个名。',
    li: '和张阿姨住一个社区，也来看看有什么活动。',
    chen: '在门口点名签到，顺手记一笔、拍张照片。',
    lin: '看人次怎么涨起来，打开本月的总结，下载成 Word。',
    he: '看整条街道的数，每个社区的都在里面。',
    zhou: `${nameOf('liuqiao')}的网格员，只看得到${nameOf('liuqiao')}的活动。`,
  }
}

const here: Record<WorldName, Partial<Record<CastId, string>>> = {
  'event-day': {},
  'month-end': {
    zhang: '看看社区的活动页，这个月刚开始。',
    chen: '记一笔今天的工作，拍张照片。',
    lin: '看 9 月的数，点开看依据，打开 9 月的总结，下载成 Word。',
    he: '看整条街道 9 月的数，每个社区的都在里面。',
  },
  'office-may': {
    zhang: '看看社区的活动页，这个月刚开始。',
    chen: '记一笔今天的工作，拍张照片。',
    lin: '5 月办了活动、没有清点人数：看总结怎么如实写，下载成 Word。',
  },
  empty: {
    zhang: '等林主任发了活动，来报个名。',
    li: '和张阿姨住一个社区，也等着报名。',
    chen: '还没有活动，先记一笔工作、拍张照片。',
    lin: '发一个活动，看居民怎么报上名。',
  },
}
