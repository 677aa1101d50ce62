import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { readRulesInForce } from '../../server/features/rules/present.ts'

const first = join(import.meta.dirname, '../../server/db/migrations/0001-start.sql')

test('a community of the first version keeps its rules, their places, and who agreed to them', () => {
  const db = openDatabase(':memory:')
  db.exec(readFileSync(first, 'utf8'))
  db.pragma('user_version = 1')
  db.exec(`
    INSERT INTO accounts (id, username, username_key, created_at) VALUES (1, 'alice', 'alice', 0);
    INSERT INTO rule_sets (version, state, locale, intro, created_at, effective_at)
      VALUES (1, 'effective', 'en', 'Please.', 5, 5);
    INSERT INTO rules (id, slug, kind, parent_id, position, enforcement) VALUES
      (7, 'gr7', 'ground_rule', NULL, 1, 'removal'), (3, 'gr3', 'ground_rule', NULL, 0, 'removal'),
      (8, 'gr7a', 'ground_rule', 7, 0, 'removal'), (12, 'g2', 'guideline', NULL, 0, 'advice');
    INSERT INTO rule_texts (version, rule_id, locale, text, hint) VALUES
      (1, 7, 'en', 'Stalking', 'Such as'), (1, 3, 'en', 'Hate', ''), (1, 8, 'en', 'Doxxing', ''), (1, 12, 'en', 'Talk', '');
    INSERT INTO acceptances (account_id, version, locale, sha256, acks, via, accepted_at)
      VALUES (1, 1, 'en', 'abc', '{"3":6}', 'signup', 6);
  `)
  migrate(db)
  const set = readRulesInForce(db)
  expect(set).toMatchObject({ version: 1, intro: 'Please.', baseVersion: null, material: 1, emergency: 0 })
  expect(set.rules.map(({ id, kind, parentId, text, hint }) => [id, kind, parentId, text, hint])).toEqual([
    [3, 'ground_rule', null, 'Hate', ''],
    [12, 'guideline', null, 'Talk', ''],
    [7, 'ground_rule', null, 'Stalking', 'Such as'],
    [8, 'ground_rule', 7, 'Doxxing', ''],
  ])
  expect(db.prepare('SELECT sha256, acks FROM acceptances').all()).toEqual([{ sha256: 'abc', acks: '{"3":6}' }])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
