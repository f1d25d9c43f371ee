/** A cloud alone in its process: the clients are elsewhere. */
import { startCloud, type Cloud } from '../../../emulator/cloud/start-cloud'
import { serve } from '../../child'
import { declaration, hotDocument, type Held } from '../pair'

const builtFunctions = 'dist/cloudfunctions'
let cloud: Cloud | undefined
const opened = () => {
  if (!cloud) throw new Error('not open')
  return cloud
}

const work = {
  /** For pairs. Answers the environment that leads the SDK here. */
  async open(dataDir: string) {
    cloud = await startCloud({ dataDir, functionsDir: builtFunctions, indexes: declaration })
    return cloud.env()
  },
  begin(round: string) {
    opened().db.insertMany('hot', [hotDocument(round)])
  },
  held(round: string): Held {
    return { left: opened().db.find('hot', { _id: round })[0]?.left, taken: opened().db.count('taken', { round }) }
  },

  /** A world's folder as `npm start` would open it. */
  async openWorld(dataDir: string) {
    const begun = performance.now()
    cloud = await startCloud({ dataDir, functionsDir: builtFunctions })
    return { env: cloud.env(), seconds: (performance.now() - begun) / 1000 }
  },
  megabytes: () => process.memoryUsage().rss / 1e6,
}
export type CloudProcess = typeof work

serve(work, () => cloud?.stop())
