/** Who holds this phone, as last known, so that the app opens and a worker records without signal. No name: a random key, rights and units only. */
import { create } from './forgettable'
import { putAway, takeOut } from '../platform/drawer'
import { useMe, type Me } from './people'

export type KnownPerson = Pick<Me, 'personKey' | 'roles' | 'may'>

const drawer = 'known-person'

/** What who-am-i says; before it is answered, what it said last. null: nobody was ever known here. */
export const useKnown = create<{ person: KnownPerson | null }>()(() => ({ person: remembered() }))

useMe.subscribe(({ value }) => {
  if (value) keep(value)
})

/** Somebody may have been known before this was asked for. */
const known = useMe.getState().value
if (known) keep(known)

function keep({ personKey, roles, may }: Me): void {
  // A login page may look like an answer; it knows nobody.
  if (typeof personKey !== 'string') return
  const person = { personKey, roles, may }
  if (JSON.stringify(person) === JSON.stringify(useKnown.getState().person)) return
  useKnown.setState({ person })
  putAway(drawer, person)
}

function remembered(): KnownPerson | null {
  const stored = takeOut(drawer) as Partial<KnownPerson> | null | undefined
  return typeof stored?.personKey === 'string' && Array.isArray(stored.roles) && Array.isArray(stored.may) ? (stored as KnownPerson) : null
}
