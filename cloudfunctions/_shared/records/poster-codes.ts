/** `poster-codes/<eventId>`: the code for the poster of an event, as WeChat drew it. One document and no file, so that it is there or not. */
import { collection } from './collection'

/** `picture`: a data: address, some 100 KB. */
interface PosterCodeRecord { _id: string; picture: string }

const posterCodes = collection<PosterCodeRecord>('poster-codes')

export async function posterCodeOf(eventId: string): Promise<string | null> {
  return (await posterCodes.find(eventId))?.picture ?? null
}

/** Of two who ask at once both get the one that is kept. */
export async function keepPosterCode(eventId: string, picture: string): Promise<string> {
  return (await posterCodes.addOnce({ _id: eventId, picture })).record.picture
}
