/** What an admin plans of an event: the fields of a draft, whether it is new or written anew. Every limit with its sentence. */
import * as v from 'valibot'
import { Id, Instant, count, openText, text } from '../values'
import { MapPoint } from './event'
import { EventKind } from './kinds'
import { Questions } from './questions'

export const eventPlan = {
  kind: EventKind,
  title: openText('活动名称', 40),
  placeName: openText('地点', 40),
  placeNote: v.optional(openText('怎么走', 60)),
  bring: v.optional(openText('要带什么', 80)),
  organisers: v.optional(v.pipe(v.array(v.object({ part: v.picklist(['主办', '承办', '协办', '支持'], '请选主办、承办、协办或支持'), name: text('单位名称', 40) }), '主办单位不对'), v.maxLength(12, '主办单位最多 12 个')), []),
  programme: v.optional(v.pipe(v.array(v.object({ title: openText('节目名称', 40), form: v.optional(openText('形式', 20)), performers: v.optional(openText('演出者', 60)) }), '节目单不对'), v.maxLength(60, '节目单最多 60 个')), []),
  sessions: v.pipe(
    v.array(v.object({ startsAt: Instant, endsAt: Instant, capacity: v.optional(count('名额', 2000)) }), '请填写场次'),
    v.minLength(1, '请至少填写一场'),
    v.maxLength(60, '一个活动最多 60 场'),
    v.check((sessions) => new Set(sessions.map(({ startsAt }) => startsAt)).size === sessions.length, '有两场是同一个时间'),
  ),
  partyLimit: v.optional(count('一行人数', 20), 6),
  countOnly: v.optional(v.boolean('请选是否只清点不留名'), false),
  opensAt: v.optional(Instant),
  closesAt: v.optional(Instant),
  /** Absent: until the session starts. */
  cancelUntil: v.optional(Instant),
  point: v.optional(MapPoint),
  questions: v.optional(Questions, []),
  campaignId: v.optional(Id),
}

/** As of which version of an event (EventDetail.version) something is changed. */
export const Seen = count('版本', 1_000_000, 0)
