import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrows } from './arrows.ts'
import { type Cruised, cruiseCheckout } from './cruise.ts'

/** A house in which each arrow is broken once, and what is allowed stands beside it. */
const house: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { zod: '1', 'better-sqlite3': '1' },
    devDependencies: { masto: '1' },
  }),
  ...Object.fromEntries(
    ['zod', 'better-sqlite3', 'masto', 'stray'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'export const a = 1'],
    ]),
  ),
  'client/main.ts': imports('../server/context.ts', '../shared/text/length.ts', './ui/button.tsx', 'stray'),
  'client/store.ts': imports('node:fs'),
  'client/ui/button.tsx': imports('../features/about/about.ts'),
  'client/features/about/about.ts': 'export const a = 1',
  'shared/text/length.ts': imports('../../server/limits.ts', 'zod'),
  'shared/api/wire.ts': `${types('masto')}\n${imports('../text/length.ts')}`,
  'shared/api/status.ts': imports('masto'),
  'server/context.ts': types('./features/posts/queries.ts'),
  'server/limits.ts': 'export const a = 1',
  'server/app.ts': imports('./features/posts/routes.ts', './http/route.ts', '../client/store.ts', './nowhere.ts'),
  'server/core/clock.ts': imports('../http/route.ts', '../limits.ts'),
  'server/db/sql.ts': imports('better-sqlite3'),
  'server/http/route.ts': imports('../features/posts/queries.ts', '../policies/viewer.ts'),
  'server/policies/viewer.ts': imports('../http/answer.ts', '../core/errors.ts'),
  'server/policies/relations.ts': imports('../db/sql.ts'),
  'server/core/errors.ts': 'export const a = 1',
  'server/http/answer.ts': 'export const a = 1',
  'server/features/posts/routes.ts': imports(
    '../../app.ts',
    '../people/queries.ts',
    '../people/present.ts',
    './queries.ts',
  ),
  'server/features/posts/queries.ts': imports('../../db/sql.ts'),
  'server/features/posts/post.ts': `${imports('../people/invite.ts')}\n${types('../../context.ts')}`,
  'server/features/people/queries.ts': imports('better-sqlite3'),
  'server/features/people/present.ts': imports('../../db/sql.ts'),
  'server/features/people/invite.ts': imports('../../context.ts', 'masto'),
  'tests/loop.ts': imports('./loop-back.ts', 'masto'),
  'tests/loop-back.ts': imports('./loop.ts'),
  'scripts/start.mjs': imports('node:fs'),
}

function imports(...names: string[]) {
  return `${names.map((name, at) => `import { a as a${at} } from '${name}'`).join('\n')}\nexport const a = [${names.map((_, at) => `a${at}`)}]`
}

function types(name: string) {
  return `import type { A as Only } from '${name}'\nexport type A = Only`
}

/** Who breaks which arrow in that house. */
const expected: Record<string, string[]> = {
  'shared-knows-nobody': ['shared/text/length.ts → server/limits.ts'],
  'client-knows-shared': ['client/main.ts → server/context.ts'],
  'client-has-no-node': ['client/store.ts → fs'],
  'ui-knows-no-domain': ['client/ui/button.tsx → client/features/about/about.ts'],
  'server-knows-shared': ['server/app.ts → client/store.ts'],
  'core-and-db-know-nothing-above': ['server/core/clock.ts → server/http/route.ts'],
  'policies-know-core-and-db': ['server/policies/viewer.ts → server/http/answer.ts'],
  'http-knows-no-feature': ['server/http/route.ts → server/features/posts/queries.ts'],
  'features-know-what-is-below': ['server/features/posts/routes.ts → server/app.ts'],
  'features-read-and-never-call-each-other': ['server/features/posts/post.ts → server/features/people/invite.ts'],
  'shapes-are-types': ['server/features/people/invite.ts → server/context.ts'],
  'sql-lives-in-queries': ['server/features/people/present.ts → server/db/sql.ts'],
  'sqlite-lives-in-db': ['server/features/people/queries.ts → node_modules/better-sqlite3/index.js'],
  'masto-lives-in-peers': [
    'server/features/people/invite.ts → node_modules/masto/index.js',
    'shared/api/status.ts → node_modules/masto/index.js',
  ],
  'masto-is-types-in-shared': ['shared/api/status.ts → node_modules/masto/index.js'],
  'no-cycles': ['server/app.ts → server/features/posts/routes.ts', 'tests/loop-back.ts → tests/loop.ts'],
  'everything-is-found': ['server/app.ts → ./nowhere.ts'],
  'packages-are-declared': ['client/main.ts → node_modules/stray/index.js'],
  'the-server-runs-on-dependencies': [
    'server/features/people/invite.ts → node_modules/masto/index.js',
    'shared/api/status.ts → node_modules/masto/index.js',
  ],
}

let cruised: Cruised
const root = mkdtempSync(join(tmpdir(), 'house-'))
afterAll(() => rmSync(root, { recursive: true }))
beforeAll(async () => {
  for (const [path, text] of Object.entries(house)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  cruised = await cruiseCheckout(root)
})

test.each(arrows.map(({ name }) => name))('%s breaks where it is violated and nowhere else', (name) => {
  const found = cruised.broken.filter(({ arrow }) => arrow === name)
  expect(found.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual(expected[name])
})

test('every source file is looked at', () => {
  expect(cruised.unseen).toEqual([])
})
