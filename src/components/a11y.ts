/** Name, role and state of a part for assistive technology, in the spelling of both targets. */
export interface Heard {
  label?: string | undefined
  role?: string | undefined
  checked?: boolean | undefined
  selected?: boolean | undefined
  expanded?: boolean | undefined
  disabled?: boolean | undefined
}

/** WeChat reads aria-role, browsers read role; each ignores the other's. For parts of Taro, on both targets. */
export function a11y({ label, role, checked, selected, expanded, disabled }: Heard): Record<string, string | boolean> {
  return stated({ ariaLabel: label, ariaRole: role, role, ariaChecked: checked, ariaSelected: selected, ariaExpanded: expanded, ariaDisabled: disabled })
}

/** The same for an element of HTML, which the browser build uses where it is better than Taro's. */
export function htmlA11y({ label, role, checked, selected, expanded, disabled }: Heard): Record<string, string | boolean> {
  return stated({ 'aria-label': label, role: role === 'button' ? undefined : role, 'aria-checked': checked, 'aria-selected': selected, 'aria-expanded': expanded, 'aria-disabled': disabled })
}

function stated(all: Record<string, string | boolean | undefined>): Record<string, string | boolean> {
  const said: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(all)) if (value !== undefined) said[name] = value
  return said
}
