import { describe, expect, it } from 'vitest'
import { fittingRules, shownUnder } from '../../client/features/rules/fitting.ts'
import preset from '../../server/presets/left-community.json' with { type: 'json' }
import type { Rule } from '../../shared/api/about.ts'

const rule = (slug: string, text: string = slug, children: Rule[] = []): Rule => ({
  id: slug,
  slug,
  text,
  hint: '',
  number: '1',
  children,
})
const slugs = (rules: readonly Rule[]) => rules.map(({ slug }) => slug)
const ours = {
  ground_rules: ['gr1', 'gr6', 'gr7'].map((slug) => rule(slug)),
  guidelines: ['g0', 'g1', 'g2', 'g3'].map((slug) => rule(slug)),
}

describe('Under what I write here first', () => {
  it('stand the custom about warnings and the rule about harassment', () =>
    expect(slugs(fittingRules(ours, false))).toEqual(['g1', 'gr7']))

  it('and under my first reply the custom about seeking a mediator', () =>
    expect(slugs(fittingRules(ours, true))).toEqual(['g2', 'gr7']))

  it('where a community has other customs, its first for a post, its last for a reply, and its last rule', () => {
    const theirs = { ground_rules: [rule('kind'), rule('fair')], guidelines: [rule('one'), rule('two')] }
    expect(slugs(fittingRules(theirs, false))).toEqual(['one', 'fair'])
    expect(slugs(fittingRules(theirs, true))).toEqual(['two', 'fair'])
  })

  it('what there is, where there is no custom or no rule', () => {
    expect(slugs(fittingRules({ ground_rules: [rule('gr7')], guidelines: [] }, false))).toEqual(['gr7'])
    expect(slugs(fittingRules({ ground_rules: [], guidelines: [rule('g1')] }, true))).toEqual(['g1'])
    expect(fittingRules({ ground_rules: [], guidelines: [] }, false)).toEqual([])
  })

  it('a rule that ends in a colon stands with the rules under it, and any other without', () => {
    const under = [rule('gr7a'), rule('gr7b')]
    expect(slugs(shownUnder(rule('gr7', 'Not here: ', under)))).toEqual(['gr7a', 'gr7b'])
    expect(shownUnder(rule('gr7', 'No harassment.', under))).toEqual([])
    expect(slugs(shownUnder(rule('gr7', '騷擾：', under)))).toEqual(['gr7a', 'gr7b'])
  })

  it('left.community has the rules that it is told of here', () => {
    const text = JSON.stringify(preset)
    for (const slug of ['g1', 'g2', 'gr7']) expect(text).toContain(`"slug":"${slug}"`)
  })
})
