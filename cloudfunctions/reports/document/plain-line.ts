/**
 * What people typed, as a file can hold it: one line, without characters that XML does not know or that turn the text around them (a right-to-left
 * override would print 12 as 21).
 */
export function plainLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').replace(unprintable, '').replace(halfOfAPair, '')
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g
const halfOfAPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
