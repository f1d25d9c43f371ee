import type { acceptRole } from '#contract/roles/accept'
import type { claimRoot } from '#contract/roles/claim'
import type { Role } from '#contract/roles/role'
import type { Refusals } from '../../../stores/failure-words'

export const acceptRefusals: Refusals<typeof acceptRole> = { 'code-not-valid': '邀请码不对、用过了，或者已经过期。请向给您邀请码的人要一个新的。' }
export const claimRefusals: Refusals<typeof claimRoot> = { 'code-not-valid': '启用码不对，或者已经用过了。请向装好邻里的人要。' }

export const roleNames: Record<Role, string> = { gridWorker: '网格员', admin: '管理员' }

/** Where each role begins. */
export const firstPage: Record<Role, { text: string; url: string }> = {
  gridWorker: { text: '去今天', url: '/pages/grid-worker/today/index' },
  admin: { text: '去汇总', url: '/pages/admin/totals/index' },
}

export const levelItems = [{ key: 'community', text: '社区' }, { key: 'street', text: '街道' }, { key: 'district', text: '区县' }] as const

export const words = {
  page: '我有邀请码',
  what: '单位请您做网格员或管理员时，会给您一个邀请码。接受以后，您就能在那里做事。',
  code: '邀请码',
  codeHint: '12 个字母和数字，例如 7K2M-9PQR-STVW',
  codeMissing: '请输入邀请码',
  accept: '接受邀请',
  accepting: '正在接受…',
  accepted: '已接受',
  youAre: (unit: string, role: Role) => `您现在是${unit}的${roleNames[role]}`,
  first: '我是第一位管理员',
  firstPage: '第一位管理员',
  firstWhat: '邻里刚装好，还没有单位和人时，凭启用码建最上面的单位，您就是它的管理员。',
  name: '您的称呼',
  nameHint: '例如：林主任',
  unit: '单位名称',
  unitHint: '例如：榆荫社区',
  level: '这个单位是',
  claimCode: '启用码',
  claim: '启用',
  claimed: '已启用',
  claiming: '正在启用…',
  withInvitation: '我有的是邀请码',
}
