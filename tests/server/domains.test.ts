import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { decisionFor, domainKey } from '../../server/policies/domains.ts'

const db = openDatabase(':memory:')
migrate(db)
afterAll(() => db.close())

const decide = db.prepare(
  'INSERT INTO domain_decisions (id, domain, hidden, no_media, cut_off, decided_at) VALUES (?, ?, ?, ?, ?, 0)',
)
decide.run(1, 'bad.example', 0, 0, 1)
decide.run(2, 'loud.example', 1, 0, 0)
decide.run(3, 'pictures.loud.example', 0, 1, 0)
decide.run(4, '127.0.0.2:4000', 0, 0, 1)

describe('18: what was decided about a server', () => {
  const nothing = { hidden: false, refusesMedia: false, refusesReports: false, cutOff: false }
  const everything = { hidden: true, refusesMedia: true, refusesReports: true, cutOff: true }

  test.each(['bad.example', 'BAD.example', 'bad.example.', 'a.b.bad.example', 'bad.example:8443'])(
    'holds for %s, however it is written',
    (host) => expect(decisionFor(db, host)).toEqual(everything),
  )
  test.each(['notbad.example', 'example', 'bad.example.org'])('does not hold for %s', (host) =>
    expect(decisionFor(db, host)).toEqual(nothing),
  )
  test('adds up from every name above it', () => {
    expect(decisionFor(db, 'x.pictures.loud.example')).toEqual({ ...nothing, hidden: true, refusesMedia: true })
    expect(decisionFor(db, 'loud.example')).toEqual({ ...nothing, hidden: true })
  })
  test('can be about one port of a host', () => {
    expect(decisionFor(db, '127.0.0.2:4000').cutOff).toBe(true)
    expect(decisionFor(db, '127.0.0.2:4001').cutOff).toBe(false)
  })
  test('is kept under the name that the network knows', () => {
    expect(domainKey(' Bücher.Example ')).toBe('xn--bcher-kva.example')
    expect(domainKey('no name')).toBe('')
  })
  test('where only named servers are spoken with, every other one is cut off', () => {
    db.prepare(`INSERT INTO settings (name, value, updated_at) VALUES ('federation', '"allow_list"', 0)`).run()
    db.prepare(`INSERT INTO domain_allows (id, domain, allowed_at) VALUES (1, 'friends.example', 0)`).run()
    expect(decisionFor(db, 'sub.friends.example')).toEqual(nothing)
    expect(decisionFor(db, 'elsewhere.example').cutOff).toBe(true)
    db.prepare('DELETE FROM settings').run()
  })
})
