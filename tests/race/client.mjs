/**
 * One of several processes that storm one event: node client.mjs <url> <eventId> <first> <last>. Each person's request is
 * sent twice, in an order shuffled by a fixed seed, 16 in flight. Prints what was answered, by answer.
 */
const [url, eventId, first, last] = process.argv.slice(2)
const people = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index)
const requests = shuffled([...people, ...people], Number(first) + 1)
const answers = []

async function storm() {
  for (let person = requests.pop(); person !== undefined; person = requests.pop()) {
    const input = { recordId: `race-record-${String(person).padStart(6, '0')}`, eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: `邻居${person}` }
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ openid: `openid-race-${person}`, data: { call: 'register', input } }) })
    const answer = await response.json()
    answers.push([person, answer.ok ? answer.value.status : answer.failure])
  }
}

function shuffled(list, seed) {
  let state = seed
  for (let i = list.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 4294967296) * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

// The door answers when all processes stand before it, so that they start together.
await fetch(`${url}ready`)
await Promise.all(Array.from({ length: 16 }, storm))
process.stdout.write(JSON.stringify(answers))
