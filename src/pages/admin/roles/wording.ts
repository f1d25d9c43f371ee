import type { cancelInvitation } from '#contract/roles/cancel-invitation'
import type { invitationPicture } from '#contract/roles/invitation-picture'
import type { inviteToRole } from '#contract/roles/invite'
import type { listRoles } from '#contract/roles/list'
import type { Role } from '#contract/roles/role'
import type { withdrawRole } from '#contract/roles/withdraw'
import { clockOf, dayOf } from '../../../stores/calendar'
import type { Refusals } from '../../../stores/failure-words'
import type { Held, Invitation } from '../../../stores/roles'
import { dayWords } from '../figures/months'

export const listRefusals: Refusals<typeof listRoles> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const withdrawRefusals: Refusals<typeof withdrawRole> = { 'unit-not-found': '没有找到这个单位，可能有人刚改过', 'last-admin': '您是这里最后一位管理员，请先交接' }
export const voidRefusals: Refusals<typeof cancelInvitation> = { 'invitation-not-found': '这个邀请不在了，更新一下再看', 'invitation-used': '这个邀请刚刚有人接受了，要收回就到名单里收回' }
export const pictureRefusals: Refusals<typeof invitationPicture> = { 'code-not-valid': '这个邀请码已经不能用了' }
export const inviteRefusals: Refusals<typeof inviteToRole> = {
  'unit-not-found': '没有找到这个单位，换一个单位看看',
  'person-not-found': '要交接的人已经没有这项权限了',
  'record-id-taken': '没邀请成，请再点一次',
  'invitation-used': '上一个邀请已经用过了，请再点一次',
  'invitation-expired': '上一个邀请已经过期，请再点一次',
}

export const roleNames: Record<Role, string> = { gridWorker: '网格员', admin: '管理员' }
const may: Record<Role, string> = { gridWorker: '签到、记工作', admin: '看汇总、办活动、管单位和人' }

export const words = {
  invite: '邀请',
  inviting: '正在生成…',
  inviteNow: '生成邀请码',
  handOver: '交接给别人',
  handOverTitle: (name: string) => `${name}交接给别人`,
  handOverNote: (one: Held) => `新的人一接受，${whose(one)}在${one.unit.name}的${roleNames[one.role]}权限就同时收回。接受以前，什么都不变。`,
  role: '什么权限',
  roleNote: (role: Role) => `${roleNames[role]}能${may[role]}。`,
  name: '称呼',
  nameHint: '例如：小吴',
  nameMissing: '请填写称呼',
  unit: '在哪里',
  otherUnit: '换一个',
  findUnit: '找单位',
  codeTitle: '邀请码',
  rules: '7 天内有效，只能用一次',
  codeNote: (name: string) => `把码发给${name}，不要发到群里。${name}在“我的”里点“我有邀请码”，或者用微信扫一扫。`,
  copy: '复制',
  copied: '复制好了',
  notCopied: '没复制上，照着念也行',
  drawing: '正在画二维码…',
  notDrawn: '二维码没画出来，上面的邀请码照样能用。',
  again: '再试一次',
  open: '等着接受的邀请',
  void: '作废',
  voiding: '正在作废…',
  voidQuestion: (name: string) => `作废给${name}的邀请？`,
  voidNote: '邀请码马上不能用了。要再邀请，重新生成一个。',
  voided: '这个邀请作废了',
  keep: '先留着',
  notWithdraw: '先不收回',
  withdraw: '收回',
  withdrawing: '正在收回…',
  withdrawQuestion: (one: Held) => `收回${whose(one)}的${roleNames[one.role]}权限？`,
  withdrawNote: (one: Held) => `从下一次点开始，${one.isMe ? '您' : one.name}不能再在${one.unit.name}${may[one.role]}。以前记下的都还在。`,
  withdrawn: (one: Held) => `${whose(one)}的${roleNames[one.role]}权限收回了`,
  change: '改动',
  more: '再看后面的',
  emptyTitle: '还没有人',
  emptySentence: '邀请一位网格员或管理员。',
  failedTitle: '名单没取到',
}

function whose({ isMe, name }: Held): string {
  return isMe ? '您' : name
}

/** 网格员，11月1日起; another year is named. */
export function heldWords({ role, since, isMe }: Held, today: string): string {
  return `${roleNames[role]}，${longDay(dayOf(since), today)}起${isMe ? '，就是您' : ''}`
}

/** 网格员，榆荫社区，12月4日到期. */
export function openWords({ role, unit, expiresAt, replaces }: Invitation, today: string): string {
  return [roleNames[role], unit.name, ...(replaces === null ? [] : [`接${replaces}`]), `${longDay(dayOf(expiresAt), today)}到期`].join('，')
}

export function untilWords(expiresAt: string, today: string): string {
  return `${longDay(dayOf(expiresAt), today)} ${clockOf(expiresAt)} 前有效`
}

function longDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayWords(day) : `${day.slice(0, 4)}年${dayWords(day)}`
}
