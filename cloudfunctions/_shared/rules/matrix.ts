/**
 * Who may make which call: the only source that `serve` and `caller.may` read. By default nobody.
 * `everyone` is any WeChat person; a role counts on the unit in question or on any unit above it.
 */
export type Role = 'gridWorker' | 'admin'
export type Row = 'everyone' | 'timer' | readonly Role[]

const staff = ['gridWorker', 'admin'] as const
const admins = ['admin'] as const

export const matrix = {
  'people/who-am-i': 'everyone',
  'people/choose-community': 'everyone',
  'people/card': 'everyone',
  'people/call-me': 'everyone',
  'people/add-face': 'everyone',
  'people/faces': 'everyone',
  'people/phone-from-wechat': 'everyone',
  'people/my-data': 'everyone',
  'people/erase': 'everyone',
  'people/forget': 'timer',
  'units/tree': admins,
  'units/add': admins,
  'units/rename': admins,
  'units/move': admins,
  'units/import': admins,
  'units/template': admins,
  'units/finish-imports': 'timer',
  'roles/list': admins,
  'roles/invite': admins,
  'roles/invitation-picture': admins,
  'roles/accept': 'everyone',
  'roles/withdraw': admins,
  'roles/cancel-invitation': admins,
  'roles/claim': 'everyone',
  'events/list': 'everyone',
  'events/search': 'everyone',
  'events/past': 'everyone',
  'events/drafts': admins,
  'events/get': 'everyone',
  'events/create': admins,
  'events/publish': admins,
  'events/cancel': admins,
  'events/change': admins,
  'events/poster-code': 'everyone',
  'registrations/register': 'everyone',
  'registrations/cancel': 'everyone',
  'registrations/undo-cancel': 'everyone',
  'registrations/change': 'everyone',
  'registrations/take-offer': 'everyone',
  'registrations/mine': 'everyone',
  'registrations/reveal-phone': staff,
  'registrations/answers': staff,
  'registrations/entry-key': 'everyone',
  'registrations/sweep': 'timer',
  'attendance/sessions-of-day': staff,
  'attendance/roster': staff,
  'attendance/sheet': staff,
  'attendance/check-in': staff,
  'attendance/check-in-code': staff,
  'attendance/check-in-self': 'everyone',
  'attendance/venue-code': staff,
  'attendance/undo': staff,
  'attendance/walk-in': staff,
  'attendance/headcount': staff,
  'attendance/mark-held': staff,
  'work/log': staff,
  'work/list': staff,
  'work/correct': staff,
  'queue/send': staff,
  'work/versions': staff,
  'work/own-months': staff,
  'work/quiet-month': staff,
  'evidence/begin': staff,
  'evidence/attach': staff,
  'evidence/list': staff,
  'evidence/make-public': admins,
  'evidence/public': 'everyone',
  'evidence/sweep': 'timer',
  'totals/month': admins,
  'totals/facts': admins,
  'reports/draft': admins,
  'reports/word': admins,
  'reports/sign-in-sheet': staff,
  'reports/sweep': 'timer',
  'notices/mine': 'everyone',
  'notices/seen': 'everyone',
  'notices/unseen': staff,
  'notices/unseen-counts': staff,
  'notices/tell': 'timer',
  'suggestions/send': 'everyone',
  'suggestions/mine': 'everyone',
  'suggestions/list': admins,
  'suggestions/answer': admins,
  'audit/verify': 'timer',
} as const satisfies Record<string, Row>

export type CallName = keyof typeof matrix
/** What only the timer may start. */
export type JobName = { [Name in CallName]: (typeof matrix)[Name] extends 'timer' ? Name : never }[CallName]

export function rowOf(call: string): Row | null {
  return Object.hasOwn(matrix, call) ? matrix[call as CallName] : null
}
