/** A valibot schema as its parts, for walking: what the library keeps in plain sight. */
export interface SchemaNode {
  type: string
  entries?: Record<string, SchemaNode>
  item?: SchemaNode
  wrapped?: SchemaNode
  options?: readonly unknown[]
  literal?: unknown
  /** The schema itself, then what is asked of it. */
  pipe?: readonly { type: string; requirement?: unknown }[]
}

export function nodeOf(schema: unknown): SchemaNode {
  return schema as SchemaNode
}

/** The schemas among the options of a variant or union. */
export function alternatives(node: SchemaNode): SchemaNode[] {
  return (node.options ?? []).map(nodeOf)
}

/** What a pipe, or one that it begins with, asks under this name: `max_length`, `regex` … */
export function asked<T>(node: SchemaNode, type: string): T | undefined {
  const [first, ...steps] = node.pipe ?? []
  const own = steps.find((step) => step.type === type)?.requirement as T | undefined
  return own ?? (first && first !== node ? asked<T>(nodeOf(first), type) : undefined)
}
