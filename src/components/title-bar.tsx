/** On WeChat the title and the way back are WeChat's own bar, so there is nothing to draw. */
export interface TitleBarProps { title: string; first: boolean; home?: string }

export function TitleBar(_: TitleBarProps) {
  return null
}
