import { scopeSentences } from '../../../shared/locales/en/oauth.ts'
import { covers } from '../../policies/scopes.ts'

const order = Object.keys(scopeSentences)

/** The scope whose sentence says it: the many of administrators share two. */
const spoken = (scope: string) => (scope in scopeSentences ? scope : scope.split(':').slice(0, 2).join(':'))

/** What a program would be allowed, in plain sentences; a part that a whole covers is not said twice. */
export function explainScopes(scopes: readonly string[]): string[] {
  const whole = scopes.filter(
    (scope) =>
      !covers(
        scopes.filter((other) => other !== scope),
        scope,
      ),
  )
  const said = new Set(whole.map(spoken))
  return order.filter((scope) => said.has(scope)).flatMap((scope) => scopeSentences[scope] ?? [])
}
