/** How long what names a person is kept (docs/personal-data.md says why). `people/forget` removes what is over. */
export const phoneDays = 90
/** After the month's end at the latest: the month's closing takes them earlier. */
export const walkInNameDays = 60
/** 熟面孔 for whom no neighbour registers: after they were last met at the door. */
export const faceDays = 365
/** After the code has expired: whoever accepted it is named where the role stands. */
export const invitationNameDays = 30
/** After it was given. */
export const noticeDays = 30
/** After the newest answer: the text, who wrote it, and what was answered. */
export const suggestionDays = 365
/** A photographed sign-in sheet, after the event's last day. */
export const sheetDays = 90
