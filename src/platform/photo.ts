/** A picture as the device hands it over. Long side and weight are what the evidence of an event or an entry may have. */
export const longSide = 1600
export const heaviest = 400_000

export interface Photo {
  /** Where this device keeps the file; what `uploadFile` takes. */
  path: string
  /** in-app: taken by the camera just now (应用内拍摄). album: picked, however old (相册导入). */
  source: 'in-app' | 'album'
  bytes: number
}

/** Width and height that keep the shape and fit the long side; never larger than it was. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height, 1))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
