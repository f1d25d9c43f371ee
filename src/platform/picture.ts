export interface DrawPicture {
  width: number
  height: number
  /** data: address of a picture that `draw` gets. */
  code: string
  draw(context: CanvasRenderingContext2D, code: CanvasImageSource): void
}

export type Kept = 'kept' | 'not-wanted' | 'not-allowed' | 'failed'
