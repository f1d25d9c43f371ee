/**
 * How a phone finds whose code it is and proves it: by a fingerprint of the code's prefix, and the key of that prefix. The prefix itself stands in no book, so whoever steals a book
 * can prove codes and make none. Pure; the hash is given, since each side has its own.
 */

/** Bytes of SHA-256 over the prefix. */
export const printBytes = 8
/** How many letters those are. */
const printLetters = 11

export function checkOf(print: string, key: string): string {
  return print + key
}

export function readCheck(check: string): { print: string; key: string } {
  return { print: check.slice(0, printLetters), key: check.slice(printLetters) }
}
