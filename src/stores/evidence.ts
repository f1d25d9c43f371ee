/** Photos that are with the community, as lists of them. On their way there they are in photo-queue/. */
import { listPhotos } from '#contract/evidence/list'
import { publicPhotos } from '#contract/evidence/public'
import { fetchStore } from './fetched'

export const usePhotos = fetchStore(listPhotos)
export const usePublicPhotos = fetchStore(publicPhotos)
