/** What the person wants to be called: the next sheet opens with it, on this phone and on their next one. */
import { callMe } from '#contract/people/call-me'
import { call } from './call'
import { useMe } from './people'

/** Told without waiting: where it does not arrive, it is told with the next registration. */
export function nameMe({ callName, building }: { callName: string; building?: string | undefined }): void {
  const me = useMe.getState().value
  if (me?.callName === callName && me.building === (building ?? null)) return
  if (me) useMe.setState({ value: { ...me, callName, building: building ?? null } })
  void call(callMe, { callName, ...(building === undefined ? {} : { building }) })
}
