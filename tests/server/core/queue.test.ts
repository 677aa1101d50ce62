import { afterEach, expect, test } from 'vitest'
import { createClock, HOUR, MINUTE } from '../../../server/core/clock.ts'
import { createIds } from '../../../server/core/ids.ts'
import { createLog } from '../../../server/core/log.ts'
import { createQueue } from '../../../server/core/queue/queue.ts'
import type { Workers } from '../../../server/core/queue/worker.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { openDatabase } from '../../../server/db/open.ts'

type Jobs = { greet: { name: string }; stumble: { times: number }; tidy: Record<string, never> }

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

function open() {
  const db = openDatabase(':memory:')
  migrate(db)
  const clock = createClock()
  const seen: string[] = []
  const workers: Workers<undefined, Jobs> = {
    greet: { run: (_, { name }) => void seen.push(name) },
    stumble: {
      run(_, { times }, attempts) {
        seen.push(`try ${attempts}`)
        if (attempts < times) throw new Error('not yet')
      },
      retryIn: (attempts) => (attempts > 3 ? undefined : MINUTE),
    },
    tidy: { every: HOUR, run: () => void seen.push('tidied') },
  }
  const parts = { db, log: createLog('silent'), now: clock.now, newId: createIds(clock.now), workers }
  const queue = createQueue<undefined, Jobs>({ ...parts, context: () => undefined })
  ends.push(() => queue.stop())
  const pass = (time: number) => queue.runUntil(clock.now() + time, clock.moveTo)
  return { db, queue, seen, pass, jobs: () => db.prepare('SELECT kind FROM jobs').pluck().all() }
}

test('a job runs once it is due, and only once', async () => {
  const { queue, seen, pass, jobs } = open()
  queue.start()
  queue.add('greet', { name: 'now' })
  await expect.poll(() => seen).toEqual(['now'])
  queue.add('greet', { name: 'later' }, { at: Date.now() + 10 * MINUTE })
  await pass(9 * MINUTE)
  expect(seen).toEqual(['now'])
  await pass(2 * MINUTE)
  expect(seen).toEqual(['now', 'later'])
  expect(jobs()).toEqual(['tidy'])
})

test('a job that fails is tried again after a while, and given up in the end', async () => {
  const { queue, seen, pass, jobs } = open()
  queue.add('stumble', { times: 2 })
  await pass(HOUR)
  expect(seen).toEqual(['try 0', 'try 1', 'try 2'])
  queue.add('stumble', { times: 9 })
  await pass(HOUR)
  expect(seen.slice(3)).toEqual(['try 0', 'try 1', 'try 2', 'try 3'])
  expect(jobs()).toEqual([])
})

test('the same name waits only once', async () => {
  const { queue, seen, pass } = open()
  queue.add('greet', { name: 'one' }, { once: 'hello' })
  queue.add('greet', { name: 'two' }, { once: 'hello' })
  await pass(MINUTE)
  expect(seen).toEqual(['one'])
})

test('what runs on its own comes back, after each restart too', async () => {
  const { queue, seen, pass, jobs } = open()
  queue.start()
  await pass(3 * HOUR + MINUTE)
  expect(seen).toEqual(['tidied', 'tidied', 'tidied'])
  queue.start()
  expect(jobs()).toEqual(['tidy'])
})

test('a full disk stops jobs, not the server; they go on when there is room', async () => {
  const { db, queue, seen } = open()
  queue.start()
  queue.add('greet', { name: 'after' }, { at: Date.now() + 300 })
  db.pragma('query_only = ON')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(seen).toEqual([])
  db.pragma('query_only = OFF')
  await expect.poll(() => seen, { timeout: 6000 }).toEqual(['after'])
})
