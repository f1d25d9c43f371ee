/** Numbers of a room as they stand on screen: what a soft headcount decides, and what is left of it, is as soft as the count. */
import { softnessOfRoom, type Room } from '#contract/attendance/room'

export function printOf(part: 'attendances' | 'unregistered', room: Room): string {
  const softness = softnessOfRoom(room)
  return softness === 'over' ? `${room[part]}余` : softness === 'about' ? `约${room[part]}` : String(room[part])
}
