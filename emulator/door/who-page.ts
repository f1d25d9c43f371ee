import type { CastMember } from './open-door'

/** The first page: today in this world, and who one can be in it. Plain HTML, no script. */
export function whoPage(worldName: string, now: number, cast: readonly CastMember[]): string {
  const day = inShanghai(now)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>邻里 · 您想当谁？</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
  <header>
    <div class="leaf" role="img" aria-label="${day.month}月${day.day}日 ${day.weekday} ${day.time}">
      <div class="month">${day.year} 年 ${day.month} 月</div>
      <div class="day">${day.day}</div>
      <div class="weekday">${day.weekday}</div>
    </div>
    <div>
      <p class="world">邻里 · ${escaped(worldName)}</p>
      <h1>您想当谁？</h1>
      <p class="time">现在是 <b>${day.time}</b></p>
    </div>
  </header>
  <ul>${cast.map(card).join('')}
  </ul>
  <p class="note">这里的社区和人都是编的，数据只在这台电脑上。多开几个标签页，就可以同时当几个人。</p>
</main>
</body>
</html>
`
}

function card({ id, name, says, startAt }: CastMember): string {
  const address = `/?as=${encodeURIComponent(id)}#${startAt.startsWith('/') ? '' : '/'}${escaped(startAt)}`
  const [, person = name, role = ''] = /^(.+?)（(.+)）$/.exec(name) ?? []
  return `
    <li>
      <a class="card" href="${address}">
        <strong>${escaped(person)}</strong>${role ? `<span class="role">${escaped(role)}</span>` : ''}
        <span class="says">${escaped(says)}</span>
      </a>
      <a class="tab" href="${address}" target="_blank" rel="noopener" aria-label="在新标签页当${escaped(person)}">新标签页</a>
    </li>`
}

function inShanghai(now: number) {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return { year: part('year'), month: part('month'), day: part('day'), weekday: part('weekday'), time: `${part('hour')}:${part('minute')}` }
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

const STYLE = `
* { box-sizing: border-box; margin: 0 }
body { background: #f8f6f1; color: #23201d; font: 400 17px/26px "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums }
main { max-width: 880px; margin: 0 auto; padding: 24px 16px 32px }
header { display: flex; align-items: center; gap: 18px; padding-bottom: 24px }
h1 { font-size: 25px; line-height: 34px; font-weight: 600 }
.world, .time { color: #57524b }
.world { font-size: 14px; line-height: 21px }
.time b { color: #23201d; font-weight: 600 }
.leaf { flex: none; position: relative; width: 112px; height: 138px; padding-top: 18px; text-align: center; color: #fff; background: #23201d;
  border: 1px solid #23201d; border-radius: 6px; box-shadow: 0 3px 0 -1px #fff, 0 3px 0 0 #e6e2da }
.leaf::before { content: ""; position: absolute; left: 16px; right: 16px; top: 7px; height: 4px;
  background: radial-gradient(circle, #fff 1.6px, transparent 2px) 0 0 / 8px 4px round }
.month { font-size: 14px; line-height: 20px }
.day { font-size: 62px; line-height: 66px; font-weight: 600; letter-spacing: -2px }
.weekday { font-size: 16px; line-height: 22px }
ul { list-style: none; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)) }
li { position: relative; display: flex; min-width: 0 }
.card { flex: 1; min-width: 0; padding: 16px; background: #fff; border: 1px solid #e6e2da; border-radius: 12px; color: inherit; text-decoration: none }
.card strong { font-size: 18px; line-height: 26px; font-weight: 600 }
.role { margin-left: 8px; font-size: 14px; line-height: 26px; color: #57524b }
.says { display: block; margin-top: 4px; color: #57524b; text-wrap: pretty }
.card:hover { border-color: #8a837a }
.card:active { background: #efede8 }
.tab { position: absolute; top: 6px; right: 4px; padding: 12px; font-size: 14px; line-height: 21px; color: #6b655d; text-underline-offset: 3px }
.tab:hover { color: #23201d }
a:focus-visible { outline: 2px solid #23201d; outline-offset: 2px }
.note { padding-top: 24px; font-size: 14px; line-height: 21px; color: #6b655d }
@media (min-width: 720px) {
  main { padding: 64px 24px }
  header { gap: 24px; padding-bottom: 32px }
  h1 { font-size: 32px; line-height: 44px }
}
`
