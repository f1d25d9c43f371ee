/** What goes with a photo of this event into the group chat; how many came is said where the event has one day and the community has counted. */
import { useEffect } from 'react'
import type { EventBrief } from '#contract/events/event'
import { useSessionsOfDay } from '../../../stores/sessions-of-day'
import { groupSentence } from '../../../stores/group-sentence'
import { printOf } from '../../grid-worker/room-print'

export function useGroupSentence(event: EventBrief | undefined): string {
  const { value, load } = useSessionsOfDay()
  const [first, ...others] = event?.sessions ?? []
  const on = others.length === 0 ? first?.on : undefined
  useEffect(() => { if (on !== undefined) void load({ on }) }, [on, load])
  const room = value?.sessions.find(({ id }) => id === first?.id)?.room
  return event && first ? groupSentence({ title: event.title, placeName: event.placeName, startsAt: first.startsAt, arrived: room && room.attendances > 0 ? printOf('attendances', room) : null }) : ''
}
