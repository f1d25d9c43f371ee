/** Where a figure was brought over from: 别的系统, 上级或别的单位, 纸质. */
import * as v from 'valibot'

export const SourceKind = v.picklist(['system', 'office', 'paper'], '请选从哪里来')
export type SourceKind = v.InferOutput<typeof SourceKind>
