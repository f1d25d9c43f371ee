/** Which component carries which ARIA attribute on WeChat. Few on purpose: each one is written into every template. */
const named = { 'aria-label': '', 'aria-role': '' }
const chosen = { 'aria-checked': '', 'aria-selected': '', 'aria-disabled': '', 'aria-expanded': '' }

exports.ariaOfComponents = {
  View: { ...named, 'aria-hidden': '', 'aria-live': '', 'aria-modal': '' },
  Text: named,
  Image: named,
  Button: { ...named, ...chosen },
  Input: named,
  Textarea: named,
  Picker: named,
}
