/** Units and cast, and nothing has happened yet. */
import { unitsOfTheWorld } from '../world/units'
import { story, type Documents } from './story'

export function empty(): Documents {
  return story(unitsOfTheWorld(), '2026-11-02').documents()
}
