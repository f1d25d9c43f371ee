/**
 * For every call that is about some unit's things: an input that aims it at a unit, complete enough that only the right decides.
 * A call without an aim here must be one that everybody, or only the timer, may make; the walk checks that.
 */
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import type { CastId } from '../../emulator/world/cast'
import { newRecordId } from '../functions/community-evening'

/** 榆荫社区 is the unit of the role; a grid of it, its street, and the neighbouring community. */
export const places = { own: 'yuyin', child: 'yuyin-1', parent: 'hewan', foreign: 'liuqiao' } as const
export type Place = keyof typeof places

/** What 何姐, who may everything below the street, has made ready at one place. */
export interface Ready { campaignId: string; unitId: string; sessionId: string; eventId: string; draftId: string; toCancelId: string; entryId: string; invitationId: string; invitationCode: string; suggestionId: string }

/** `null`: there is no such thing at that place. */
export type Aim = (at: Ready, who: CastId, stamp: { at: string; offsetMs: number }) => object | null

const today = '2026-11-27'
const month = '2026-11'
const record = () => ({ recordId: newRecordId() })

export const aims: Partial<Record<CallName, Aim>> = {
  'units/tree': ({ unitId }) => ({ unitId }),
  'units/add': ({ unitId }) => ({ ...record(), parentId: unitId, name: `新单位${newRecordId()}`, level: unitId === 'hewan' ? 'community' : 'grid' }),
  'units/rename': ({ unitId }) => ({ unitId, name: `新名${newRecordId()}`, was: 'somebody has changed it' }),
  'units/move': ({ unitId }) => (unitId === 'hewan' ? null : { unitId: unitId === 'liuqiao' ? 'liuqiao-1' : unitId === 'nowhere' ? unitId : 'yuyin-1', toParentId: unitId === 'liuqiao' ? 'liuqiao' : 'yuyin', from: '2027-01' }),
  'units/import': ({ unitId }) => (unitId === 'yuyin-1' ? null : { ...record(), under: unitId, fileId: 'cloud://local-env.local-bucket/incoming/nothing.xlsx', what: 'check' }),
  'units/profile': ({ unitId }) => ({ unitId }),
  // A grid has none.
  'units/set-profile-line': ({ unitId }) => (unitId === 'yuyin-1' ? null : { ...record(), unitId, lineId: 'people', rev: 0, value: { kind: 'number', hundredths: 300_000 }, asOf: today }),
  'roles/list': ({ unitId }) => ({ unitId }),
  'registrations/reveal-phone': ({ eventId }) => ({ ...record(), eventId, personKey: 'p-li', reason: '其他' }),
  'registrations/register-for': ({ eventId, sessionId }) => ({ ...record(), eventId, sessionIds: [sessionId], partySize: 1, callName: '王奶奶' }),
  'registrations/cancel-for': ({ eventId, sessionId }) => ({ eventId, was: newRecordId(), sessionIds: [sessionId], partySize: 1, personKey: 'f-nobody1' }),
  'registrations/names': ({ eventId }) => ({ eventId }),
  'registrations/names-file': ({ eventId }) => ({ eventId }),
  'registrations/answers': ({ eventId }) => ({ eventId }),
  'roles/invite': ({ unitId }) => ({ ...record(), unitId, role: 'gridWorker', name: '小吴' }),
  'roles/withdraw': ({ unitId }) => ({ unitId, personKey: 'p-nobody', role: 'gridWorker' }),
  'roles/cancel-invitation': ({ invitationId }) => ({ invitationId }),
  'roles/invitation-picture': ({ invitationCode }) => ({ code: invitationCode || 'ABCDEFGHJKMN' }),
  'events/create': ({ unitId }) => ({ ...record(), kind: 'talk', title: '讲座', hostUnitId: unitId, placeName: '活动室', countOnly: true, sessions: [{ startsAt: '2026-11-30T01:00:00.000Z', endsAt: '2026-11-30T02:00:00.000Z' }] }),
  'events/rewrite': ({ draftId }) => ({ eventId: draftId, seen: 0, kind: 'talk', title: `讲座${newRecordId()}`, placeName: '活动室', countOnly: true, sessions: [{ startsAt: '2026-11-30T01:00:00.000Z', endsAt: '2026-11-30T02:00:00.000Z' }] }),
  'events/campaigns': ({ unitId }) => ({ unitId }),
  'events/campaign': ({ unitId, campaignId }) => ({ unitId, campaignId }),
  'events/call-campaign': ({ unitId }) => ({ ...record(), unitId, name: '宣传月', from: today, to: today }),
  'events/change-campaign': ({ campaignId }) => ({ campaignId, seen: 0, name: `宣传月${newRecordId()}`, from: today, to: today }),
  'events/tickable': ({ unitId, campaignId }) => ({ unitId, campaignId, item: 'c1-i1' }),
  'events/tick': ({ campaignId, eventId }) => ({ campaignId, item: 'c1-i1', what: 'event', factId: eventId, tagged: true, seen: 0 }),
  'events/drafts': ({ unitId }) => ({ unitId }),
  'events/publish': ({ draftId }) => ({ eventId: draftId }),
  'events/cancel': ({ toCancelId }) => ({ eventId: toCancelId, reason: '下雨' }),
  'events/change': ({ eventId }) => ({ ...record(), eventId, seen: 0, bring: `水杯 ${newRecordId()}` }),
  'notices/unseen': ({ eventId }) => ({ eventId }),
  'attendance/roster': ({ sessionId }) => ({ sessionId }),
  'attendance/sheet': ({ sessionId }) => ({ sessionId }),
  'attendance/door-book': ({ sessionId }) => ({ sessionId }),
  'attendance/check-in': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, personKey: 'p-li', present: 1, source: 'tap' }),
  // Whether the code is one comes after the right.
  'attendance/check-in-code': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, code: 'no code' }),
  'attendance/venue-code': ({ sessionId }) => ({ sessionId }),
  'attendance/undo': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, of: { what: 'walk-in', recordId: newRecordId() } }),
  'attendance/walk-in': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, people: 2, source: 'tap' }),
  'attendance/faces': ({ sessionId }) => ({ sessionId }),
  'attendance/meet-face': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, callName: '王奶奶' }),
  'attendance/face-code': ({ sessionId }) => ({ sessionId, personKey: 'f-nobody' }),
  'attendance/headcount': ({ sessionId }, _who, stamp) => ({ ...record(), ...stamp, sessionId, people: 20, softness: 'exact', source: 'tap' }),
  'attendance/mark-held': ({ sessionId }) => ({ sessionId, held: true }),
  'work/log': ({ unitId }, _who, stamp) => ({ ...record(), ...stamp, unitId, indicator: 'banners_hung', quantity: 1, softness: 'exact', on: today }),
  'work/list': ({ unitId }) => ({ unitId, from: today, to: today }),
  'work/correct': ({ entryId }, _who, stamp) => ({ ...record(), ...stamp, entryId, rev: 99, quantity: 2, softness: 'exact', on: today, reason: '数错了' }),
  'queue/send': ({ sessionId }, _who, stamp) => ({ records: [{ call: 'attendance/walk-in', input: { ...record(), ...stamp, sessionId, people: 2, source: 'tap' } }] }),
  'work/versions': ({ entryId }) => ({ entryId }),
  'work/quiet-month': ({ unitId }, _who, stamp) => ({ ...record(), ...stamp, unitId, month, nothing: true }),
  'work/imported': ({ unitId }) => ({ unitId, year: '2026' }),
  'work/import-figure': ({ unitId }) => ({ ...record(), unitId, indicator: 'seminar_held', period: month, rev: 0, hundredths: 300, softness: 'exact', source: { kind: 'system', name: '文化云' }, overlap: 'apart' }),
  'evidence/begin': ({ eventId }) => ({ ...record(), sha256: 'a'.repeat(64), tiedTo: { what: 'event', eventId } }),
  'evidence/attach': ({ eventId }) => ({ ...record(), fileId: 'cloud://local-env.local-bucket/incoming/nothing.jpg', sha256: 'a'.repeat(64), tiedTo: { what: 'event', eventId }, source: 'in-app', takenAt: null, offsetMs: 0 }),
  'evidence/make-public': ({ eventId }) => ({ eventId, photoId: 'no-such-photo', public: true, noChildSeen: true }),
  'evidence/list': ({ eventId }) => ({ of: { what: 'event', eventId } }),
  'totals/month': ({ unitId }) => ({ unitId, month }),
  'totals/of-period': ({ unitId }) => ({ unitId, period: '2026-Q4' }),
  'totals/facts': ({ unitId }) => ({ unitId, month, figure: 'banners_hung' }),
  'totals/today': ({ unitId }) => ({ unitId }),
  'totals/checks': ({ unitId }) => ({ unitId, month }),
  'reports/draft': ({ unitId }) => ({ unitId, month }),
  'reports/word': ({ unitId }) => ({ unitId, month }),
  'reports/excel': ({ unitId }) => ({ unitId, month }),
  'reports/event-file': ({ eventId }) => ({ eventId }),
  'reports/album': ({ unitId }) => ({ unitId, month, volume: 1 }),
  'reports/begin-text': ({ unitId }) => ({ unitId, month: '2026-10' }),
  'reports/read-text': ({ unitId }) => ({ unitId, month: '2026-10' }),
  // What nobody has begun, or has changed since, has a name of its own.
  'reports/save-text': ({ unitId }) => ({ ...record(), unitId, month: '2026-10', changes: [{ id: 'title', base: 99, runs: [{ text: '总结' }] }] }),
  'reports/text-versions': ({ unitId }) => ({ unitId, month: '2026-10' }),
  'reports/restore-text': ({ unitId }) => ({ ...record(), unitId, month: '2026-10', rev: 99, n: 0 }),
  'reports/events-to-tell': ({ unitId }) => ({ unitId, month: '2026-10' }),
  'reports/template': ({ unitId }) => ({ unitId }),
  'reports/save-template': ({ unitId }) => ({ unitId, text: null, rev: 99 }),
  'reports/tables': ({ unitId }) => ({ unitId }),
  'reports/add-table': ({ unitId }) => { const { recordId } = record(); return { recordId, unitId, name: '上级的表', fileId: `cloud://x/incoming/${recordId}.pdf` } },
  'reports/map-table': ({ unitId }) => ({ unitId, tableId: 'no-table', rev: 1, layout: { axis: 'across', line: '1', into: '2' }, means: [] }),
  'reports/fill-table': ({ unitId }) => ({ tableId: 'no-table', unitId, month }),
  'reports/sign-in-sheet': ({ sessionId }) => ({ ...record(), sessionId }),
  'reports/standing': ({ unitId }) => ({ unitId, month }),
  'reports/submit': ({ unitId }) => ({ ...record(), unitId, month: '2026-10', steps: 0, missing: [] }),
  // What stands in the way of who may: the approver is above, and that has a name.
  'reports/approve': ({ unitId }) => ({ ...record(), unitId, month: '2026-10', hash: '0'.repeat(64) }),
  'reports/send-back': ({ unitId }) => ({ ...record(), unitId, month: '2026-10', hash: '0'.repeat(64), remarks: [{ text: '再看看' }] }),
  'suggestions/list': ({ unitId }) => ({ unitId }),
  // Nobody writes to a grid.
  'suggestions/answer': ({ suggestionId }) => (suggestionId === '' ? null : { ...record(), suggestionId, rev: 0, text: '已经报修' }),
}

/** About nobody's things in particular: whoever has the role anywhere may make them, and sees their own only. */
export const withoutUnit: readonly CallName[] = ['units/template', 'attendance/sessions-of-day', 'work/own-months', 'notices/unseen-counts']
