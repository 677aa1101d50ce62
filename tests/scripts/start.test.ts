import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { builtPage, npm, type Started, smallCheckout, untilServing } from './checkout.ts'

const roots: string[] = []
const groups: Started[] = []

function checkout() {
  const root = smallCheckout()
  roots.push(root)
  return root
}

function start(root: string, env?: Record<string, string>) {
  const started = npm(root, ['start'], env)
  groups.push(started)
  return started
}

const group = ({ child }: Started) => -(child.pid ?? 0)
const timesBuilt = (...starts: Started[]) =>
  starts
    .map(({ said }) => said())
    .join('')
    .split('Building the pages').length - 1

afterEach(async () => {
  for (const started of groups.splice(0)) {
    if (started.child.exitCode === null && started.child.signalCode === null) process.kill(group(started), 'SIGKILL')
    await started.ended
  }
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

test('a start builds the pages and serves them on the Node of the project', async () => {
  const root = checkout()
  const started = start(root)
  await untilServing(started)
  expect(builtPage(root)).toContain('first')
  expect(started.said()).toContain(`serving from ${process.version}`)
})

test('two starts at once in one checkout build once', async () => {
  const root = checkout()
  const both = [start(root), start(root)]
  await Promise.all(both.map(untilServing))
  expect(timesBuilt(...both)).toBe(1)
})

test('pages are built again when what they are made of says something else, and not when it was only touched', async () => {
  const root = checkout()
  await untilServing(start(root))
  utimesSync(join(root, 'client/index.html'), new Date(), new Date())
  const second = start(root)
  await untilServing(second)
  expect(timesBuilt(second)).toBe(0)
  writeFileSync(join(root, 'client/index.html'), '<!doctype html><title>second</title>')
  const third = start(root)
  await untilServing(third)
  expect(builtPage(root)).toContain('second')
})

test('the lock of a start that died does not stop the next', async () => {
  const root = checkout()
  const gone = start(root, { FAIL: '1' })
  await gone.ended
  rmSync(join(root, 'dist'), { recursive: true })
  mkdirSync(join(root, '.cache'), { recursive: true })
  const holder = JSON.stringify({ pid: gone.child.pid, host: hostname(), token: 'x' })
  writeFileSync(join(root, '.cache/preparing.lock'), holder)
  await untilServing(start(root))
})

test('SIGTERM to npm, or to its whole group, ends it with 0', async () => {
  const root = checkout()
  const [one, other] = [start(root), start(root)]
  await Promise.all([one, other].map(untilServing))
  one.child.kill('SIGTERM')
  process.kill(group(other), 'SIGTERM')
  expect(await one.ended).toBe(0)
  expect(await other.ended).toBe(0)
})

test('a server that refuses to start hands its exit code on', async () => {
  expect(await start(checkout(), { FAIL: '1' }).ended).toBe(3)
})

test('pages that cannot be built stop the start', async () => {
  const root = checkout()
  writeFileSync(join(root, 'client/index.html'), '<!doctype html><script type="module" src="/none.ts"></script>')
  const started = start(root)
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain('Building the pages failed')
  expect(started.said()).not.toContain('serving')
})

test('an admin command says its answer last, with arguments as they were given', async () => {
  const started = npm(checkout(), ['run', 'admin', '--', 'accounts', 'create', 'two words'])
  expect(await started.ended).toBe(0)
  expect(started.said().trimEnd().split('\n').at(-1)).toBe('accounts|create|two words')
})
