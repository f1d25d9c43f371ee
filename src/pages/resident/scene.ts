/** What a scanned code tells the page it opens; WeChat hands it over encoded. */
export function plainScene(scene = ''): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return ''
  }
}
