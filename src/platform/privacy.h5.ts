/** A browser asks by itself, in its own words, at the moment of use. */
import type { Private } from './privacy-question'

export async function beforePrivate(_what: Private): Promise<boolean> {
  return true
}

export function openContract(): void { /* WeChat's alone */ }
