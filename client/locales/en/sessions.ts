/** Logging in, and finding a lost password. */
export const sessions = {
  logIn: 'Log in',
  login: 'Name or mail address',
  loginMissing: 'Say your name here, or your mail address.',
  password: 'Password',
  passwordMissing: 'The password is missing.',
  again: 'Log in again with your password.',
  byPasskey: 'Use a passkey',
  notLoggedIn: 'Not logged in.',
  forgotten: 'I forgot my password',
  newHere: 'New here?',
  readAndJoin: 'Read the rules and join.',
  about: 'About this community',
  cameBack: 'You are back',
  cameBackText:
    'You had asked for your account to be deleted. Logging in has taken that back: your account stays, and others see you and what you wrote again. The programs that you let in have to ask you anew.',
  cameBackElse: 'If you still want to leave, ask for it once more in your settings, under “Account”.',
  goOn: 'Go on',

  forgotTitle: 'A new password',
  forgotLede: 'We send a link to your mail address. With it you choose a new password.',
  email: 'Mail address',
  emailMissing: 'Say your mail address here, as you@example.org.',
  sendLink: 'Send the link',
  notSent: 'Not sent.',
  sentTitle: 'Look into your mail',
  sent: (email: string) =>
    `If ${email} belongs to an account here, a mail with a link is on its way. It works for two hours.`,
  sentNothing:
    'Nothing came? Look into the folder for unwanted mail. Some providers drop our mail; then somebody of the collective can give you a link by hand.',
  askThem: 'Write to',
  back: 'Back to log in',

  resetTitle: 'Choose a new password',
  resetLede: 'It replaces the old one everywhere. All other devices are logged out.',
  newPassword: 'New password',
  newPasswordHint: 'At least ten characters. A short sentence is good.',
  tooShort: (n: number) =>
    n === 0
      ? 'Take at least ten characters; a short sentence is good.'
      : `${n} characters are too few. Take at least ten; a short sentence is good.`,
  setPassword: 'Set the password',
  notSet: 'Not changed.',
  resetDone: 'Your password is changed',
  resetDoneText: 'Log in with it now.',
  linkMissing: 'This link is not whole',
  linkMissingText: 'The part behind the # is missing. Copy the whole link from the mail, or ask for a new one.',
  linkUsed: 'This link has been used',
  linkUsedText: 'Each link works once. If that was not you, ask for a new one now: it makes the old ones worthless.',
  linkExpired: 'This link has run out',
  linkExpiredText: 'Links work for two hours. Ask for a new one.',
  linkUnknown: 'We do not know this link',
  linkUnknownText: 'Copy the whole link from the mail, or ask for a new one.',
  askForLink: 'Ask for a new link',
} as const
