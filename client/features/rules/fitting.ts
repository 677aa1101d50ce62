import type { Rule } from '../../../shared/api/about.ts'

/** What a post is most about, and a reply; a community that has no such custom shows its first, or its last. */
const FITTING = { post: 'g1', reply: 'g2' }

/** The two rules that fit somebody's first post or first reply best: a custom, and a rule about how one treats others. */
export function fittingRules(
  { ground_rules: rules, guidelines }: { ground_rules: readonly Rule[]; guidelines: readonly Rule[] },
  isReply: boolean,
): Rule[] {
  const wanted = isReply ? FITTING.reply : FITTING.post
  const custom = guidelines.find(({ slug }) => slug === wanted) ?? guidelines.at(isReply ? -1 : 0)
  const rule = rules.find(({ slug }) => slug === 'gr7') ?? rules.at(-1)
  return [custom, rule].filter((one) => one !== undefined)
}

/** What is shown under a rule: its own rules, where it ends in a colon and says nothing without them. */
export const shownUnder = ({ text, children }: Rule): Rule[] => (/[:：]$/.test(text.trim()) ? children : [])
