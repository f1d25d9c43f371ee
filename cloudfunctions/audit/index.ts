import { serve } from '../_shared/serve'
import { verify } from './verify'

export const main = serve('audit', [], verify)
