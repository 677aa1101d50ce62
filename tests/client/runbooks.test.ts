import { expect, test } from 'vitest'
import { runbookOf } from '../../client/features/moderation/runbook.ts'
import { moderation } from '../../client/locales/en/moderation.ts'
import { runbooks } from '../../client/locales/en/runbooks.ts'
import { caseKindOf } from '../../server/features/moderation/cases/kinds.ts'
import preset from '../../server/presets/left-community.json' with { type: 'json' }
import { grade } from '../support/reading-age.ts'

const slugs = preset.rules.list
  .filter(({ kind }) => kind === 'ground_rule')
  .flatMap((rule) => [rule.slug, ...(rule.children ?? []).map(({ slug }) => slug)])

test('MUST: each ground rule, and each kind of hard case, leads to a runbook', () => {
  expect(slugs).toEqual(expect.arrayContaining(['gr1', 'gr7a', 'gr7c']))
  for (const slug of slugs) {
    const reports = [{ rules: [{ slug, version: 1, number: '1', text: '' }] }]
    const kind = caseKindOf('rule', [{ slug, version: 1 }])
    expect(runbookOf({ kind, reports }), slug).toBeDefined()
  }
  for (const kind of Object.keys(moderation.kinds).filter((one) => one !== 'other')) {
    expect(runbooks[kind], kind).toBeDefined()
  }
  expect(runbookOf({ kind: 'other', reports: [] })).toBeUndefined()
})

test('a runbook reads easily', () => {
  for (const steps of Object.values(runbooks)) expect(grade(steps.join(' '))).toBeLessThanOrEqual(8)
})
