/** What somebody reads whose account is closed. */
export const closed = {
  notLoggedIn: 'Not logged in.',
  disabled: 'Your account is closed for now. Write to the collective if you think that is a mistake.',
  disabledWhy: 'Your account is closed for now.',
  appeal: 'Read why, and object',
}
