import * as v from 'valibot'

/**
 * How far a photo of an event is seen. `checking`: WeChat looks at it, and until it has answered only the staff see it. `refused`: WeChat
 * said no. `unanswered`: its answer is lost, and it may be asked again.
 */
export const Shown = v.picklist(['private', 'checking', 'public', 'refused', 'unanswered'])
export type Shown = v.InferOutput<typeof Shown>
