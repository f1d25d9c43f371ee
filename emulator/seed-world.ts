/** `npm run seed <world>`: the named world afresh in `.linli/worlds/<world>`. */
import { join, resolve } from 'node:path'
import { openWorld } from './world/open-world'
import { worldNames, type WorldName } from './world/worlds'

const isWorld = (name: string | undefined): name is WorldName => worldNames.some((known) => known === name)

async function seed(name: string | undefined): Promise<void> {
  if (!isWorld(name)) {
    console.error(`请写上要哪个世界：npm run seed <${worldNames.join(' | ')}>`)
    process.exitCode = 1
    return
  }
  const dataDir = join(resolve(__dirname, '..'), '.linli/worlds', name)
  const world = await openWorld({ name, dataDir, fresh: true })
  await world.stop()
  console.log(`${name} 已经重新备好：.linli/worlds/${name}`)
}

void seed(process.argv[2])
