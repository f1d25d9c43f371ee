import type { callMe } from '../../contract/people/call-me'
import { keepWords } from '../_shared/records/people'
import type { Handler } from '../_shared/serve'

export const handleCallMe: Handler<typeof callMe> = async ({ callName, building = null }, { caller, refuse }) => {
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  await keepWords(caller.personKey, { callName, building })
  return { callName, building }
}
