/** A zip whose bytes depend on its content only: no clock in the entries, none in the document's properties, entries in a fixed order. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** The first moment that a zip can name, in local time as zips have it. */
const noTime = new Date(1980, 0, 1)

export function sameBytes(file: Uint8Array, writtenAt: string): Buffer {
  const files = unzipSync(file)
  const sorted: Zippable = {}
  // Word and Excel read the content types first.
  for (const name of Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const bytes = files[name]
    // Pictures are packed already.
    if (bytes) sorted[name] = name.includes('/media/') ? [bytes, { level: 0 }] : name === 'docProps/core.xml' ? withoutClock(bytes, writtenAt) : name === 'word/document.xml' ? numberedAnew(bytes) : bytes
  }
  return Buffer.from(zipSync(sorted, { mtime: noTime, level: 6 }))
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2
}

function withoutClock(xml: Uint8Array, writtenAt: string): Uint8Array {
  return strToU8(strFromU8(xml).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${writtenAt}`))
}

/** The library numbers pictures on from file to file, as long as its process lives. */
function numberedAnew(xml: Uint8Array): Uint8Array {
  let pictures = 0
  return strToU8(strFromU8(xml).replace(/(<wp:docPr id=")[^"]*/g, (_, start: string) => `${start}${(pictures += 1)}`))
}
