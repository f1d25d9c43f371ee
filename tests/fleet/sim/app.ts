/** What a worker's phone runs of the real app, bundled by app-code.ts: the queue as it stands in every page, and what pages ask of it. */
export { confirmDay, enqueue, useQueue } from '../../../src/stores/queue/queue-of-phone'
export { newRecord } from '../../../src/stores/record'
export { loadMe, useMe } from '../../../src/stores/people'
export { keepPhoto, letPhotoGo, startPhotos, usePhotoQueue } from '../../../src/stores/photo-queue/photos-of-phone'
export { logEntry } from '../../../src/stores/work'
