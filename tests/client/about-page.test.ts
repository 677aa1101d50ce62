import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aboutPage } from '../../server/features/instance/about-page.ts'
import type { About } from '../../shared/api/about.ts'

const client = join(import.meta.dirname, '../../client')

const rule = { id: '1', slug: 'gr1', text: 'Racism', hint: '', number: '1', children: [] }

const about: About = {
  warning_label: 'cw',
  mediation_from_elsewhere: false,
  name: 'Bread & Roses',
  statement: 'A place <for> us.',
  purpose: 'To talk.\n\nMore at https://roses.example/why',
  stats: { users: 1, statuses: 2676, peers: 561 },
  rule_set: { version: 1, effective_at: '2026-05-03T00:00:00.000Z', locale: 'en', intro: 'Not allowed:' },
  ground_rules: [{ ...rule, children: [{ ...rule, id: '2', slug: 'gr1a', text: 'Doxxing', number: '1a' }] }],
  guidelines: [{ ...rule, id: '3', slug: 'g1', text: 'Use content warnings.', hint: 'The CW button.', number: '1' }],
  good_to_know: [{ ...rule, id: '8', slug: 'n1', text: 'Our box moved.', hint: 'To a cellar.', number: '1' }],
  alerts: [],
  notices: [
    { id: '4', title: 'Mail', text: 'Hotmail', text_html: '<p>Hotmail drops our mail.</p>', domains: ['msn.com'] },
  ],
  contact: { email: 'us@roses.example', account: { acct: 'collective', username: 'collective' } },
  who_runs: 'A collective.',
  source_url: null,
  hosting: { text: 'In a cellar.', reviewed_on: '2026-11-01' },
  registrations: { mode: 'open', wave: false, question: null, expected_wait_hours: null, min_age: 16 },
  recent: [
    {
      id: '5',
      content: '<p>We won.</p>',
      spoiler_text: '',
      created_at: '2026-05-03T10:00:00.000Z',
      account: { acct: 'tansy', username: 'tansy', display_name: 'Tansy <3' },
    },
    {
      id: '6',
      content: '<p>Hidden words</p>',
      spoiler_text: 'The march',
      created_at: '2026-05-03T10:00:00.000Z',
      account: { acct: 'rue', username: 'rue', display_name: '' },
    },
  ],
}

/** Every class that the client's stylesheets define, as it stands in the page. */
function definedClasses(): Set<string> {
  const files = globSync('**/*.css', { cwd: client }).map((file) => join(client, file))
  return new Set(
    files.flatMap((file) => {
      const prefix = file.endsWith('.module.css') ? `${basename(file, '.module.css')}_` : ''
      return [...readFileSync(file, 'utf8').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => prefix + name)
    }),
  )
}

describe('The about page that the server writes', () => {
  const page = aboutPage(about).html

  it('uses only classes that the client has styles for', () => {
    const used = [...page.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
    const formatted = new Set(['invisible', 'ellipsis', ''])
    const defined = definedClasses()
    expect(used.length).toBeGreaterThan(40)
    expect(used.filter((name) => !defined.has(name) && !formatted.has(name))).toEqual([])
  })

  it('says its three numbers as sentences', () => {
    const words = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(words).toContain('Home to 1 user ')
    expect(words).toContain('Who authored 2,676 statuses')
    expect(words).toContain('Connected to 561 other instances')
  })

  it('has every rule with its number, the purpose with its links, and who to write to', () => {
    expect(page).toContain('<span class="about_number">1</span><span dir="auto">Racism</span>')
    expect(page).toContain('<span class="about_letter">1a</span><span dir="auto">Doxxing</span>')
    expect(page).toContain('href="https://roses.example/why"')
    expect(page).toContain('href="mailto:us@roses.example"')
    expect(page).toContain('href="/@collective"')
    expect(page).toContain('In a cellar.')
    expect(page).toContain('Our box moved. <span class="hint">To a cellar.</span>')
  })

  it('escapes what people wrote, and shows of a post with a warning only the warning', () => {
    expect(page).toContain('A place &lt;for&gt; us.')
    expect(page).toContain('Bread &amp; Roses')
    expect(page).toContain('Tansy &lt;3')
    expect(page).toContain('The march')
    expect(page).not.toContain('Hidden words')
  })

  it('says nothing about hosting that was not confirmed, and offers no way in when joining is closed', () => {
    const closed = aboutPage({
      ...about,
      hosting: null,
      recent: [],
      registrations: { ...about.registrations, mode: 'closed' },
    }).html
    expect(closed).not.toContain('Where it is hosted')
    expect(closed).not.toContain('Lately here')
    expect(closed).not.toContain('href="/join"')
    expect(closed).toContain('Closed to newcomers for now')
  })
})
