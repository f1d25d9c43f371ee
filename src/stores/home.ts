/**
 * The community somebody said they live in, remembered on the phone, so that at the next launch the list of events goes out at once
 * with who-am-i and not after it. What who-am-i says replaces it.
 */
import { create } from './forgettable'
import { empty, putAway, takeOut } from '../platform/drawer'
import { useMe, type Me } from './people'

export type Home = Pick<NonNullable<Me['community']>, 'name' | 'path'>

const drawer = 'home'

export const useHome = create<{ home: Home | null }>()(() => ({ home: remembered() }))

useMe.subscribe(({ value }) => {
  if (value) keep(value.community)
})

function keep(community: Me['community']): void {
  const home = community && { name: community.name, path: community.path }
  if (JSON.stringify(home) === JSON.stringify(useHome.getState().home)) return
  useHome.setState({ home })
  if (home) putAway(drawer, home)
  else empty(drawer)
}

function remembered(): Home | null {
  const stored = takeOut(drawer)
  if (stored === null || typeof stored !== 'object') return null
  const { name, path } = stored as Partial<Record<keyof Home, unknown>>
  if (typeof name !== 'string' || !Array.isArray(path) || path.length === 0) return null
  return path.every((id): id is string => typeof id === 'string') ? { name, path } : null
}

/** What a list of events asks for: the community and the units above it, the nearest six. */
export function hostsOf(home: Home | null): string[] | undefined {
  return home?.path.slice(-6)
}
