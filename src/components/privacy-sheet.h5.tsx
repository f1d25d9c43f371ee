/** A browser asks by itself. */
export function PrivacySheet() {
  return null
}
