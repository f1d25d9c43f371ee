/** In a browser nobody is asked: the laptop's door takes it as a yes. Never throws. */
interface LaptopCloud { subscribe?(templateIds: readonly string[]): Promise<unknown> }

export function requestConsent(templateIds: readonly string[]): void {
  const { linliCloud } = globalThis as { linliCloud?: LaptopCloud }
  linliCloud?.subscribe?.(templateIds).catch(() => undefined)
}
