import { z } from 'zod'
import type { Context } from '../context.ts'
import { insertRuleSet, putPlace, putRule, putRuleText, ruleSetInForce } from '../features/rules/queries.ts'
import { communitySettings, saveSettings } from '../features/settings/queries.ts'
import { insertTopic } from '../features/warnings/queries.ts'
import leftCommunity from './left-community.json' with { type: 'json' }

const rule = z.object({
  id: z.int(),
  slug: z.string(),
  text: z.string(),
  hint: z.string().default(''),
  ok: z.array(z.string()).default([]),
  notOk: z.array(z.string()).default([]),
})

const presetShape = z.object({
  settings: communitySettings,
  rules: z.object({
    locale: z.string(),
    intro: z.string(),
    list: z.array(
      rule.extend({
        kind: z.enum(['ground_rule', 'guideline']),
        enforcement: z.enum(['removal', 'ladder', 'advice']),
        children: z.array(rule).default([]),
      }),
    ),
  }),
  warningTopics: z.array(
    z.object({
      slug: z.string(),
      label: z.string(),
      kind: z.enum(['sensitive', 'courtesy', 'spoiler']),
      guidance: z.string(),
      aliases: z.array(z.string()).default([]),
      requiredFor: z.string().default(''),
      discreet: z.boolean().default(false),
    }),
  ),
})
type Preset = z.infer<typeof presetShape>

/** Gives an empty data folder the left.community preset, its rules as version 1 in force; does nothing to another. */
export function seedPreset(ctx: Context): void {
  if (ruleSetInForce(ctx.db)) return
  const preset = presetShape.parse(leftCommunity)
  ctx.transact(() => {
    if (ruleSetInForce(ctx.db)) return
    saveSettings(ctx, preset.settings)
    seedRules(ctx, preset.rules)
    seedTopics(ctx, preset.warningTopics)
  })
}

function seedRules(ctx: Context, { locale, intro, list }: Preset['rules']): void {
  const version = 1
  insertRuleSet(ctx.db, { version, locale, intro, now: ctx.now() })
  for (const [position, { kind, enforcement, children, ...parent }] of list.entries()) {
    const family = [
      { ...parent, parentId: null, position },
      ...children.map((child, index) => ({ ...child, parentId: parent.id, position: index })),
    ]
    for (const { id, slug, parentId, position, text, hint, ok, notOk } of family) {
      const examples = { okExamples: JSON.stringify(ok), notOkExamples: JSON.stringify(notOk) }
      putRule(ctx.db, { id, slug })
      putPlace(ctx.db, { version, ruleId: id, parentId, position, kind, enforcement })
      putRuleText(ctx.db, { version, ruleId: id, locale, text, hint, ...examples, origin: 'original' })
    }
  }
}

function seedTopics(ctx: Context, topics: Preset['warningTopics']): void {
  for (const [position, { aliases, discreet, ...topic }] of topics.entries()) {
    insertTopic(ctx.db, { ...topic, aliases: JSON.stringify(aliases), discreet: discreet ? 1 : 0, position })
  }
}
