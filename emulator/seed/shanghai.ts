/** `2017-09-30`, `22:30` on a wall in Shanghai → the instant. */
export function shanghai(on: string, time: string): string {
  return new Date(`${on}T${time}:00.000+08:00`).toISOString()
}
