/** What members are told of the rules where they read and write. */
export const ruleNotices = {
  bannerTitle: 'The rules will change.',
  banner: (date: string, days: number) =>
    days <= 1 ? `They start on ${date}.` : `They start on ${date}, in ${days} days.`,
  bannerLink: 'See what changes, and why',
  graceTitle: 'The rules have changed.',
  graceDays: (days: number) =>
    days === 1 ? 'Please agree to them by tomorrow.' : `You have ${days} days to read and agree to them.`,
  graceLink: 'Read what is new',
  gateTitle: 'You can read, but not post yet.',
  gate: 'The rules have changed, and you have not agreed to the new ones. You can still write to the team.',
  gateLink: 'Read what is new and agree',
  gateLeave: 'What if I do not agree?',
  firstTime: 'You are about to write here for the first time. Two of our rules:',
} as const
