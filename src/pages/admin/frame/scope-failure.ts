/** Why an admin's page cannot be shown at all: the units were not fetched, or there are none. */
import type { ErrorLeafProps } from '../../../components/error-leaf'
import { wordsOf } from '../../../stores/failure-words'
import { loadMe } from '../../../stores/people'
import type { Scope } from './use-scope'

export function scopeFailure({ failed, allowed }: Pick<Scope, 'failed' | 'allowed'>, notAllowed: ErrorLeafProps = { title: '这里是给管理员看的' }): ErrorLeafProps | null {
  if (failed !== null && allowed === null) return { title: '没取到', words: wordsOf(failed, {}), onRetry: () => void loadMe() }
  return allowed === false ? notAllowed : null
}
