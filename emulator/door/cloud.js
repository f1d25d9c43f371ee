/**
 * linli-door: put by the door before the app. It gives the page the world's clock, a cloud, and a strip that says who
 * one is. It exists in browsers on this machine only.
 */
;(() => {
  'use strict'
  const door = /* filled in by the door */ {}

  // Who: the address says it; a tab remembers it, so that three tabs can be three people.
  const remembered = 'linli-door-as'
  const as = new URLSearchParams(location.search).get('as') || sessionStorage.getItem(remembered)
  const person = door.cast.find(({ id }) => id === as)
  if (!person) return location.replace('/')
  sessionStorage.setItem(remembered, person.id)

  // What an app keeps on a phone is that person's: the people of several tabs do not see each other's.
  const kept = window.localStorage
  const own = (key) => `${person.id}/${key}`
  const ownKeys = () => Object.keys(kept).filter((key) => key.startsWith(own(''))).map((key) => key.slice(own('').length))
  const ownStorage = {
    getItem: (key) => kept.getItem(own(key)),
    setItem: (key, value) => kept.setItem(own(key), value),
    removeItem: (key) => kept.removeItem(own(key)),
    clear: () => ownKeys().forEach((key) => kept.removeItem(own(key))),
    key: (index) => ownKeys()[index] ?? null,
  }
  const storage = new Proxy(ownStorage, {
    get: (target, key) => (key === 'length' ? ownKeys().length : target[key]),
    ownKeys,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  })
  Object.defineProperty(window, 'localStorage', { configurable: true, value: storage })
  const openDatabase = indexedDB.open.bind(indexedDB)
  indexedDB.open = (name, version) => openDatabase(own(name), version)

  // When: the world's clock, running on.
  const RealDate = Date
  let offset = door.now - RealDate.now()
  function ShiftedDate(...parts) {
    if (!new.target) return new RealDate(RealDate.now() + offset).toString()
    return Reflect.construct(RealDate, parts.length > 0 ? parts : [RealDate.now() + offset], new.target)
  }
  Object.setPrototypeOf(ShiftedDate, RealDate)
  ShiftedDate.prototype = RealDate.prototype
  ShiftedDate.prototype.constructor = ShiftedDate
  ShiftedDate.now = () => RealDate.now() + offset
  window.Date = ShiftedDate

  async function ask(path, body, headers) {
    let response
    try {
      response = await fetch(path, { method: 'POST', body, headers })
    } catch {
      throw failure('request:fail', -1)
    }
    const answer = await response.json()
    if (answer.now) offset = answer.now - RealDate.now()
    if (answer.error) throw failure(`${answer.error.code} ${answer.error.message}`, -504002)
    return answer
  }
  function failure(text, errCode) {
    const errMsg = `cloud:fail ${text}`
    return Object.assign(new Error(errMsg), { errMsg, errCode })
  }

  window.linliCloud = {
    async callFunction({ name, data }) {
      const { result } = await ask('/door/call', JSON.stringify({ as: person.id, name, data }), { 'content-type': 'application/json' })
      return { result }
    },
    async uploadFile({ cloudPath, filePath }) {
      const bytes = await (await fetch(filePath)).blob()
      const address = `/door/upload?${new URLSearchParams({ as: person.id, cloudPath })}`
      const { fileID } = await ask(address, bytes, { 'content-type': 'application/octet-stream' })
      return { fileID }
    },
    // A yes to one message of each template: nobody is asked here
    subscribe: (templates) => ask('/door/consent', JSON.stringify({ as: person.id, templates }), { 'content-type': 'application/json' }),
    now: () => RealDate.now() + offset,
  }

  // The strip. The app gets the rest of the window; what it fixes to an edge stays inside its own part.
  const style = document.createElement('style')
  style.textContent = `
    html, body { height: 100%; margin: 0 }
    #app { position: relative; top: 36px; height: calc(100% - 36px) !important; transform: translateZ(0); overflow: hidden }
    #app .taro_page { max-height: 100% }
    #linli-door { position: fixed; z-index: 99999; inset: 0 0 auto 0; height: 36px; box-sizing: border-box; padding: 0 4px 0 16px;
      display: flex; align-items: center; gap: 6px; white-space: nowrap; background: #efede8; border-bottom: 1px solid #e6e2da; color: #57524b;
      font: 400 13px/19px "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums }
    #linli-door span { min-width: 0; overflow: hidden; text-overflow: ellipsis }
    #linli-door b { font-weight: 600; color: #23201d }
    #linli-door i { font-style: normal }
    @media (max-width: 430px) { #linli-door i { display: none } }
    #linli-door time { flex: none }
    #linli-door a, #linli-door button { flex: none; padding: 8px; border: 0; background: none; font: inherit; color: #23201d; cursor: pointer; text-decoration: underline; text-underline-offset: 3px }
    #linli-door button { margin-left: auto }
    #linli-door a:focus-visible, #linli-door button:focus-visible { outline: 2px solid #23201d; outline-offset: -4px }`
  document.head.append(style)

  addEventListener('DOMContentLoaded', () => {
    const strip = document.createElement('div')
    strip.id = 'linli-door'
    strip.setAttribute('role', 'region')
    strip.setAttribute('aria-label', '试用')
    // Said where there is room for it
    const extra = (text) => Object.assign(document.createElement('i'), { textContent: text })
    const time = document.createElement('time')
    const who = document.createElement('span')
    const name = document.createElement('b')
    name.textContent = person.name
    who.append('· ', extra('您是 '), name)
    const change = document.createElement('a')
    change.href = '/'
    change.textContent = '换人'
    // An evening need not be waited for: 人次 count from the moment a session begins
    const later = document.createElement('button')
    later.type = 'button'
    later.textContent = '过一小时'
    later.addEventListener('click', async () => {
      await ask('/door/clock', JSON.stringify({ now: new RealDate(window.linliCloud.now() + 3_600_000).toISOString() }))
      location.reload()
    })
    strip.append(time, who, later, change)
    const words = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const show = () => {
      const part = Object.fromEntries(words.formatToParts(window.linliCloud.now()).map(({ type, value }) => [type, value]))
      time.replaceChildren(extra('试用 · '), `${part.month}月${part.day}日 ${part.hour}:${part.minute}`)
    }
    show()
    setInterval(show, 5000)
    document.body.prepend(strip)
  })
})()
