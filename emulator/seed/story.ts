/** What a seed hands over: documents by collection. Raw facts only; no total is ever seeded. */
export type Documents = Record<string, { _id: string }[]>
export type Seed = () => Documents
