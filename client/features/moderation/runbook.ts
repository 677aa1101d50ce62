import { runbooks, runbooksOfRules } from '../../locales/en/runbooks.ts'

/** As much of a case as says what to do in it. */
type Known = { kind: string; reports: readonly { rules: readonly { slug: string }[] }[] }

/** What to do in a case, step by step: by what it is, else by the first of the rules that its reports name. */
export function runbookOf({ kind, reports }: Known): readonly string[] | undefined {
  const named = reports.flatMap(({ rules }) => rules.map(({ slug }) => runbooksOfRules[slug]))
  const name = [kind, ...named].find((one) => one !== undefined && runbooks[one] !== undefined)
  return name === undefined ? undefined : runbooks[name]
}
