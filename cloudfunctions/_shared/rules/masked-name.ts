/** 称呼 as it stands in a file that others read: the first character, and a star for each of the next two. One that is a single character is a star. Pure. */
export function maskedName(callName: string): string {
  const [first = '', ...rest] = callName
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 2))}`
}
