import { checkIn } from '../../contract/attendance/check-in'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { doorBook } from '../../contract/attendance/door-book'
import { facesAtDoor, meetFace } from '../../contract/attendance/faces'
import { headcount } from '../../contract/attendance/headcount'
import { markHeld } from '../../contract/attendance/mark-held'
import { roster } from '../../contract/attendance/roster'
import { sessionsOfDay } from '../../contract/attendance/sessions-of-day'
import { sheetRows } from '../../contract/attendance/sheet'
import { undo } from '../../contract/attendance/undo'
import { venueCode } from '../../contract/attendance/venue-code'
import { walkIn } from '../../contract/attendance/walk-in'
import { faceCode } from '../../contract/attendance/face-code'
import { bind, serve } from '../_shared/serve'
import { handleCheckIn } from './check-in'
import { handleCheckInCode } from './check-in-code'
import { handleCheckInSelf } from './check-in-self'
import { handleDoorBook } from './door-book'
import { handleFaceCode, handleFacesAtDoor } from './faces'
import { handleHeadcount } from './headcount'
import { handleMarkHeld } from './mark-held'
import { handleMeetFace } from './meet-face'
import { handleRoster } from './roster'
import { handleSessionsOfDay } from './sessions-of-day'
import { handleSheet } from './sheet'
import { handleUndo } from './undo'
import { handleVenueCode } from './venue-code'
import { handleWalkIn } from './walk-in'

export const main = serve('attendance', [
  bind(sessionsOfDay, handleSessionsOfDay),
  bind(roster, handleRoster),
  bind(sheetRows, handleSheet),
  bind(doorBook, handleDoorBook),
  bind(checkIn, handleCheckIn),
  bind(checkInCode, handleCheckInCode),
  bind(checkInSelf, handleCheckInSelf),
  bind(venueCode, handleVenueCode),
  bind(undo, handleUndo),
  bind(walkIn, handleWalkIn),
  bind(facesAtDoor, handleFacesAtDoor),
  bind(meetFace, handleMeetFace),
  bind(faceCode, handleFaceCode),
  bind(headcount, handleHeadcount),
  bind(markHeld, handleMarkHeld),
])
