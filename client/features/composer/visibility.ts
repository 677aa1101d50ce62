import type { Visibility } from '../../../shared/api/wire.ts'

/** Who may see a post, from everyone to the people it names. */
export const VISIBILITIES: readonly Visibility[] = ['public', 'unlisted', 'private', 'direct']

/** The audience of an answer: it never reaches further than what it answers. */
export interface Bounds {
  /** The widest audience allowed. */
  widest: Visibility
  /** Whether it has to stay in this community. */
  localOnly: boolean
}

/** Nothing holds a post back that answers nothing. */
export const UNBOUND: Bounds = { widest: 'public', localOnly: false }

/** Whether `one` reaches further than `other`. */
export function reachesFurther(one: Visibility, other: Visibility): boolean {
  return VISIBILITIES.indexOf(one) < VISIBILITIES.indexOf(other)
}

/** The narrower of two audiences. */
export function narrower(one: Visibility, other: Visibility): Visibility {
  return reachesFurther(one, other) ? other : one
}

/** What bounds an answer to `answered`. */
export function boundsOf(answered: { visibility: Visibility; local_only?: boolean }): Bounds {
  return { widest: answered.visibility, localOnly: answered.local_only === true }
}
