import type { RuleDoc } from '../../../shared/api/community.ts'

/** A rule as it is edited: what stands under it is one text, a line each. */
export interface RuleLine {
  id?: string
  text: string
  hint: string
  below: string
  children: RuleDoc[]
}

/** A rule's editable form. */
export function toRuleLine(rule: RuleDoc): RuleLine {
  const children = rule.children ?? []
  return {
    id: rule.id,
    text: rule.text,
    hint: rule.hint,
    below: children.map((child) => child.text).join('\n'),
    children,
  }
}

/** The rule's wire form. A line that was there before keeps its id, and with it its place in what people agreed to. */
export function fromRuleLine(line: RuleLine): object {
  const lines = line.below
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const children = lines.map((text, n) => {
    const old = childAt(line.children, lines, n)
    return { ...(old ? { id: old.id } : {}), text, hint: old?.hint ?? '' }
  })
  return { ...(line.id ? { id: line.id } : {}), text: line.text, hint: line.hint, children }
}

/** The child that a line was: of the same words, or one whose words changed in place, unless it only moved. */
function childAt<T extends { text: string }>(
  children: readonly T[],
  lines: readonly string[],
  n: number,
): T | undefined {
  const there = children[n]
  const reworded = there && !lines.includes(there.text) ? there : undefined
  return children.find((child) => child.text === lines[n]) ?? reworded
}
