import { attachPhoto } from '../../contract/evidence/attach'
import { listPhotos } from '../../contract/evidence/list'
import { bind, serve } from '../_shared/serve'
import { handleAttach } from './attach'
import { sweep } from './keep-photo'
import { handleList } from './list'

export const main = serve('evidence', [bind(attachPhoto, handleAttach), bind(listPhotos, handleList)], sweep)
