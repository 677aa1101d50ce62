import type { Accessor } from 'solid-js'
import type { AcceptanceDoc, RuleSetDoc, RulesDiff, RuleVersion } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'

const RULES = '/api/community/v1/rules'

/** Every version that anybody may know of, the newest first. */
export const loadVersions = (): Loaded<RuleVersion[]> =>
  loaded(
    () => undefined,
    (_, signal) => read(`${RULES}/versions`, { signal }),
  )

/** What a version says. */
export const loadVersion = (version: Accessor<string>): Loaded<RuleSetDoc> =>
  loaded(version, (number, signal) => read(`${RULES}/${encodeURIComponent(number)}`, { signal }))

/** What changed between two versions. */
export const loadDiff = (ends: Accessor<readonly [from: number | string, to: number | string]>): Loaded<RulesDiff> =>
  loaded(ends, (pair, signal) =>
    read(`${RULES}/diff/${pair.map(String).map(encodeURIComponent).join('/')}`, { signal }),
  )

/** How one stands to the rules oneself, and what one agreed to. */
export const loadAcceptance = (): Loaded<AcceptanceDoc> =>
  loaded(
    () => undefined,
    (_, signal) => read(`${RULES}/acceptance`, { signal }),
  )
