import type { About } from '../../../shared/api/about.ts'
import { read } from '../../api/http.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'

/** Asks the server what this community is: purpose, rules, notices, who may join. */
export function loadAbout(): Loaded<About> {
  return loaded(
    () => undefined,
    (_, signal) => read<About>('/api/community/v1/about', { signal }),
  )
}
