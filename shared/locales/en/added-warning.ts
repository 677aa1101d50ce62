/** What stands behind a warning that its author did not write, with the rule that it is by. */
export const addedByModerators = (rule: string | undefined) =>
  rule === undefined ? 'CW added by moderators' : `CW added by moderators (${rule})`
