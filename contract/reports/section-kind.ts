import * as v from 'valibot'

/** The sections of a report, in the order that such reports have (product.md). */
export const SectionKind = v.picklist(['opening', 'organisation', 'publicity', 'activities', 'achievements', 'shortcomings', 'next_steps'])
export type SectionKind = v.InferOutput<typeof SectionKind>
