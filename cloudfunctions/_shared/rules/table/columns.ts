/** Columns as spreadsheets name them: A, B, … Z, AA. */

/** From 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

export function columnLetters(number: number): string {
  const rest = (number - 1) % 26
  return `${number > 26 ? columnLetters((number - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`
}
