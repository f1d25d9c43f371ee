/** A file as the person handed it over. */
export interface ChosenFile {
  /** Where this device keeps it; what `uploadFile` takes. */
  path: string
  name: string
  bytes: number
}
