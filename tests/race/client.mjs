/**
 * One of several processes that storm one event: node client.mjs <url> <eventId> <first> <last> <most sends> <share of answers dropped>.
 * Each person's wish is sent one to so many times at once, in an order shuffled by a fixed seed, 16 people in flight; some of the
 * answers are never heard, and whoever heard none sends the same wish again. Prints what each person heard, each answer once.
 */
const [url, eventId, first, last, mostSends, dropped] = process.argv.slice(2)
const random = seeded(Number(first) + 1)
const people = shuffled(Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index))
const heard = []
let sent = 0
/** Whoever has heard nothing by then never will: the run is wrong, and says so. */
const mostRounds = 40

async function storm() {
  for (let person = people.pop(); person !== undefined; person = people.pop()) {
    const answers = new Set()
    for (let round = 1; answers.size === 0 && round <= mostRounds; round += 1) {
      const copies = round === 1 ? 1 + Math.floor(random() * Number(mostSends)) : 1
      await Promise.all(Array.from({ length: copies }, async () => {
        const answer = await send(person)
        if (answer !== null && random() >= Number(dropped)) answers.add(answer)
      }))
    }
    heard.push([person, [...answers]])
  }
}

/** null: the function broke down, and this answer says nothing. */
async function send(person) {
  const input = { recordId: `race-record-${String(person).padStart(6, '0')}`, eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: `邻居${person}` }
  sent += 1
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ openid: `openid-race-${person}`, data: { call: 'register', input } }) })
  const answer = await response.json()
  if (answer.ok) return answer.value.status
  return answer.failure === 'internal' || answer.failure === 'broken' ? null : answer.failure
}

function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function shuffled(list) {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

// The door answers when all processes stand before it, so that they start together.
await fetch(`${url}ready`)
await Promise.all(Array.from({ length: 16 }, storm))
process.stdout.write(JSON.stringify({ heard, sent }))
