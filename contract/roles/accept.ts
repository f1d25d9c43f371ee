import * as v from 'valibot'
import { defineCall } from '../call'
import { UnitBrief } from '../values'
import { Role } from './role'

/** As it is typed: capitals or not, with or without spaces and dashes. */
export const InvitationCode = v.pipe(v.string('请输入邀请码'), v.trim(), v.maxLength(40, '邀请码不对'), v.transform((code) => code.toUpperCase().replace(/[\s-]/g, '')), v.regex(/^[0-9A-Z]{12}$/, '邀请码是 12 个字母和数字'))

/** Takes the role that the code gives, once. One who has it already by this very code gets the same answer. */
export const acceptRole = defineCall({
  name: 'roles/accept',
  input: v.object({ code: InvitationCode }),
  output: v.object({ role: Role, unit: UnitBrief }),
  failures: ['code-not-valid'],
})
