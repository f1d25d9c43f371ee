/** Two admins at one event: what I wrote goes on top of what the other made of it, field by field. Pure. */

export interface Merged<Form> {
  /** Mine where I changed something, the other's everywhere else. */
  form: Form
  /** Fields that the other changed and I did not. */
  theirs: (keyof Form)[]
  /** Fields that both of us changed, in different words: mine stand in the form. */
  both: (keyof Form)[]
}

/** `base`: what I began with. */
export function mergedWith<Form extends object>(base: Form, mine: Form, now: Form): Merged<Form> {
  const differs = (a: Form, b: Form, field: keyof Form) => JSON.stringify(a[field]) !== JSON.stringify(b[field])
  const fields = Object.keys(now) as (keyof Form)[]
  const changed = fields.filter((field) => differs(base, now, field))
  const theirs = changed.filter((field) => !differs(base, mine, field))
  const both = changed.filter((field) => differs(base, mine, field) && differs(mine, now, field))
  return { form: { ...mine, ...Object.fromEntries(theirs.map((field) => [field, now[field]])) }, theirs, both }
}
