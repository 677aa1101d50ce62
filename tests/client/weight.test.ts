import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const BUILD = join(import.meta.dirname, '../../dist/client')

/** The most JavaScript that a page may load with everything that it imports, in bytes after gzip and in files. */
const MOST = { loggedOut: 35 * 1024, home: 120 * 1024, files: 15, worker: 350 * 1024 }

interface Chunk {
  file: string
  imports?: string[]
}

function readManifest(): Record<string, Chunk> {
  const path = join(BUILD, '.vite/manifest.json')
  if (!existsSync(path)) throw new Error('There is no build to weigh: run `npm run build` first.')
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>
}

function chunksOf(...pages: string[]): string[] {
  const manifest = readManifest()
  const seen = new Set<string>()
  const walk = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const other of manifest[name]?.imports ?? []) walk(other)
  }
  for (const name of ['index.html', ...pages]) {
    expect(manifest, `${name} is a page of the build`).toHaveProperty([name])
    walk(name)
  }
  return [...seen].map((name) => readFileSync(join(BUILD, manifest[name]?.file ?? ''), 'utf8'))
}

const weightOf = (code: string[]) => code.reduce((sum, text) => sum + gzipSync(text).length, 0)

describe('What a page loads', () => {
  it.each(['pages/about.tsx', 'pages/login.tsx', 'pages/rules/history.tsx', 'pages/rules/diff.tsx'])(
    '%s is light for a visitor',
    (page) => {
      expect(weightOf(chunksOf(page))).toBeLessThanOrEqual(MOST.loggedOut)
    },
  )

  it.each([
    'pages/about.tsx',
    'pages/login.tsx',
    'pages/forgot.tsx',
    'pages/reset.tsx',
    'pages/join/rules.tsx',
    'pages/join/account.tsx',
    'pages/join/confirm.tsx',
    'pages/confirm.tsx',
    'pages/setup.tsx',
    'pages/rules/history.tsx',
    'pages/rules/diff.tsx',
    'pages/rules/version.tsx',
    'pages/rules/leave.tsx',
  ])('%s loads neither the cache of queries nor the schemas', (page) => {
    const code = chunksOf(page).join('\n')
    expect(code).not.toContain('setQueryData')
    expect(code).not.toContain('_zod')
  })

  it('home has the cache of queries, so that the test above can see it', () => {
    expect(chunksOf('pages/home.tsx').join('\n')).toContain('setQueryData')
  })

  it.each(['home', 'local', 'tag', 'thread', 'profile', 'inbox', 'write', 'requests', 'settings/profile'])(
    '%s is light and comes in few files, with everything that stands round it',
    (page) => {
      const code = chunksOf(`pages/${page}.tsx`, 'features/shell/shell.tsx')
      expect(weightOf(code)).toBeLessThanOrEqual(MOST.home)
      expect(code.length).toBeLessThanOrEqual(MOST.files)
    },
  )

  it('the worker puts no more on a device than it may, and all that people read and write with', () => {
    const worker = readFileSync(join(BUILD, 'sw.js'), 'utf8')
    const names = ['index.html', ...new Set(worker.match(/assets\/[\w.-]+/g))]
    const files = names.map((name) => readFileSync(join(BUILD, name), 'utf8'))
    expect(weightOf([worker, ...files])).toBeLessThanOrEqual(MOST.worker)
    for (const page of ['home', 'thread', 'inbox', 'conversations', 'profile', 'write']) {
      for (const code of chunksOf(`pages/${page}.tsx`, 'features/shell/shell.tsx')) expect(files).toContain(code)
    }
  })

  it('comes in files that never import each other in a circle, so that each is whole when it runs', () => {
    const manifest = readManifest()
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (name: string, path: string[]) => {
      if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' > '))
      if (done.has(name) || path.includes(name)) return
      for (const other of manifest[name]?.imports ?? []) walk(other, [...path, name])
      done.add(name)
    }
    for (const name of Object.keys(manifest)) walk(name, [])
    expect(circles).toEqual([])
  })
})
