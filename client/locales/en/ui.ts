/** Words that parts of the kit bring along themselves. */
export const ui = {
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  toasts: 'What was just done',
} as const
