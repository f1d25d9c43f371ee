/** A Chromium to walk through pages with: an installed one, or the one that comes as a package. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export async function openBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME_PATH
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH 指的 ${chosen} 不存在。`)
  const found = chosen ?? installed.find((place) => existsSync(place))
  try {
    return found ? await launch(found) : await launchPackaged()
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new Error(`网页测试需要 Chrome 或 Chromium，这里没有能用的：请装一个，或者用 CHROME_PATH 指出它在哪里。（${reason}）`, { cause: error })
  }
}

/** As root, in a container, there is no sandbox to be had; pages come from this machine only. */
// A camera that shows a moving test picture, and is allowed without asking.
const everywhere = ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

function launch(executablePath: string, args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: [...everywhere, ...args] })
}

async function launchPackaged(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('没有装浏览器')
  // Makes the package unpack the system libraries that it brings along; read when it is imported.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return launch(await packaged.executablePath(), packaged.args)
}
