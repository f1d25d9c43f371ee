/** `npm start` once everything is built: opens the world and the door, says where to click, waits for Ctrl-C. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { openHouse } from './open-house'
import type { WorldName } from './world/worlds'

interface Wanted { world: WorldName; fresh: boolean; open: boolean; port: number }

async function start({ world, fresh, open, port }: Wanted): Promise<void> {
  const root = resolve(__dirname, '..')
  const house = await openHouse({ name: world, dataDir: join(root, '.linli/worlds', world), fresh, port })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    house.stop().then(() => console.log('\n邻里关好了，做过的事都留着。'), (error: unknown) => { console.error(error); process.exitCode = 1 })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  console.log(`
邻里开着了：${house.url}

在浏览器里打开上面的地址，先选您想当谁：
${house.cast.map(({ name, says }) => `  ${name}  ${says}`).join('\n')}
${walks[world]}
可以同时开几个标签页，各当一个人。数据只在这台电脑上，下次启动还在；从头来过：npm start -- ${world === 'event-day' ? '' : `${world} `}--fresh
停下：Ctrl-C`)
  if (open) openBrowser(house.url)
}

const walks: Record<WorldName, string> = {
  'event-day': `
走一遍今晚：
  1. 当张阿姨，点开今晚的活动，报名
  2. 当小陈，打开今晚这一场，在张阿姨那一行点“到”，再记一笔、拍张照
  3. 点最上面的“过一小时”：活动开始了，人次从开场起算
  4. 当林主任，看人次多了一，点开数字，打开本月的总结，下载 Word
`,
  'month-end': '\n现在是 2017 年 10 月 1 日早上：当林主任，看 9 月的总结。\n',
  'office-may': '\n现在是 2009 年 6 月 1 日早上：当林主任，看 5 月的总结。\n',
  empty: '\n这里只有单位和人，还没有活动：当林主任，发一个活动。\n',
}

/** Only where there is a screen; without one the address above is enough. */
function openBrowser(url: string): void {
  const { platform, env } = process
  if (env.CI || env.SSH_CONNECTION) return
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, ...args] = platform === 'darwin' ? ['open', url] : platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url]
  spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

start(JSON.parse(process.argv[2] ?? '{}') as Wanted).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
