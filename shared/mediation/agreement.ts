import type { MediationAgreement, MediationClause } from '../api/mediation.ts'
import { sharedLimits } from '../limits.ts'
import type { Party } from './case.ts'

/** Every kind of clause, in the order in which they are offered. */
export const clauseTypes = [
  'no_contact',
  'truce',
  'delete_post',
  'edit_cw',
  'correction',
  'apology',
  'no_screenshots',
  'topic_rule',
  'check_in',
  'free',
] as const
/** One of {@link clauseTypes}. */
export type ClauseType = (typeof clauseTypes)[number]

/** What one tap on a clause does for who owes it; `none`: there is nothing to do here but to say that it is done. */
export type ClauseAct = 'mute' | 'truce' | 'delete' | 'warn' | 'post' | 'none'

const acts: Partial<Record<ClauseType, ClauseAct>> = {
  no_contact: 'mute',
  truce: 'truce',
  delete_post: 'delete',
  edit_cw: 'warn',
  correction: 'post',
}

/** What a clause does when it is carried out. A private apology was given in the agreement itself, in its own words. */
export const actOf = ({ type, public: open }: Pick<MediationClause, 'type' | 'public'>): ClauseAct =>
  type === 'apology' && open ? 'post' : (acts[type] ?? 'none')

/** Whether one can take back that it was done: posts and their warnings are changed where posts are, a deleted one is gone. */
export const canTakeBack = (clause: Pick<MediationClause, 'type' | 'public'>): boolean =>
  !['delete', 'warn', 'post'].includes(actOf(clause))

/** Numbers of an agreement; each with its reason. */
export const agreementLimits = {
  /** Clauses: what two people can keep in mind. */
  clauses: 12,
  /** Characters of a clause: room for the draft of a correction or an apology. */
  text: 1000,
  /** Characters of a joint statement, which each side posts as it is. */
  statement: sharedLimits.statusCharacters,
} as const

type Needs = { text: boolean; post: boolean; until: boolean; oneSide: boolean }

const needsOf: Record<ClauseType, Needs> = {
  no_contact: { text: false, post: false, until: true, oneSide: false },
  truce: { text: false, post: false, until: true, oneSide: false },
  delete_post: { text: false, post: true, until: false, oneSide: true },
  edit_cw: { text: true, post: true, until: false, oneSide: true },
  correction: { text: true, post: false, until: false, oneSide: true },
  apology: { text: true, post: false, until: false, oneSide: true },
  no_screenshots: { text: false, post: false, until: false, oneSide: false },
  topic_rule: { text: true, post: false, until: false, oneSide: false },
  check_in: { text: false, post: false, until: true, oneSide: false },
  free: { text: true, post: false, until: false, oneSide: false },
}

/** What is wrong with a clause: a name under which a sentence stands. */
export type ClauseProblem = 'text' | 'post' | 'until' | 'one_side' | 'apology_by_other' | 'too_long' | 'not_theirs'

/** What a clause is missing, if anything. */
export function problemOf(clause: MediationClause): ClauseProblem | undefined {
  const needed = needsOf[clause.type]
  if (needed.text && clause.text.trim() === '') return 'text'
  if (needed.post && clause.status_id === null) return 'post'
  if (needed.until && clause.until === null) return 'until'
  if (needed.oneSide && clause.owed_by === 'both') return 'one_side'
  if (actOf(clause) === 'post' && clause.text.length > sharedLimits.statusCharacters) return 'too_long'
  return undefined
}

const sameClause = (a: MediationClause, b: MediationClause) =>
  JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b))

/**
 * Whether an edit puts words of apology into somebody's mouth: such a clause comes only from who owes it. What stood
 * there before, in the same words, may stay.
 */
export const demandsApology = (
  before: readonly MediationClause[],
  after: readonly MediationClause[],
  by: Party | 'mediator',
): boolean =>
  after.some(
    (clause) => clause.type === 'apology' && clause.owed_by !== by && !before.some((old) => sameClause(old, clause)),
  )

/** What of an agreement is signed: the words, not who has done what since. */
export type Wording = Pick<MediationAgreement, 'version' | 'clauses' | 'publicity' | 'statement'>

const fieldsOf = ({ type, owed_by, text, status_id, until, public: open }: MediationClause) => [
  type,
  owed_by,
  text,
  status_id,
  until,
  open,
]

/** The one text whose SHA-256 both sides sign: JSON of lists, whose order is fixed. */
export const signedText = ({ version, clauses, publicity, statement }: Wording): string =>
  JSON.stringify([version, clauses.map(fieldsOf), publicity, statement])

/** Whether this side owes something by this clause. */
export const owes = (clause: MediationClause, party: Party): boolean =>
  clause.owed_by === party || clause.owed_by === 'both'

/** The side that a clause protects: who can show it when it is broken. Only `no_contact` is ever shown to moderators. */
export const benefits = (clause: MediationClause, party: Party): boolean =>
  clause.type === 'no_contact' && clause.owed_by !== party
