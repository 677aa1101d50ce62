import type { ClauseProblem, ClauseType } from '../../mediation/agreement.ts'

/** The kinds of clauses, as they are offered. */
export const clauseTexts: Record<ClauseType, { label: string; hint: string }> = {
  no_contact: { label: 'No contact until a day', hint: 'No mentions, replies, messages or posts about each other.' },
  truce: { label: 'A truce until a day', hint: 'You do not see each other’s posts in your timelines.' },
  delete_post: { label: 'Delete a post', hint: 'Done by who wrote it.' },
  edit_cw: { label: 'Put a warning on a post', hint: 'Done by who wrote it, in these words.' },
  correction: { label: 'Post a correction', hint: 'In the words that you agree on here.' },
  apology: { label: 'Apologise', hint: 'Freely given, or not at all. Say if it is public.' },
  no_screenshots: { label: 'No screenshots', hint: 'You do not pass on pictures of each other’s posts.' },
  topic_rule: { label: 'A rule for a topic', hint: 'How you will argue about it, or that you will not.' },
  check_in: { label: 'Talk again on a day', hint: 'A short look at how it goes.' },
  free: { label: 'Something else', hint: 'In your own words.' },
}

/** What a clause is missing. */
export const clauseProblems: Record<ClauseProblem, string> = {
  text: 'needs its words.',
  post: 'needs the post that it is about.',
  until: 'needs a day.',
  too_long: 'is to be posted, and has more than 500 characters.',
  not_theirs: 'needs a post of the one who does it.',
  one_side: 'can only be owed by one of you.',
  apology_by_other: 'is an apology. It can only come from who gives it.',
}
