/** A place where somebody answers: for whom, and how. */
interface Line {
  who: string
  how: string
  href?: string
}

const lines: readonly Line[] = [
  { who: 'In danger now, in Europe:', how: 'call 112' },
  { who: 'In the United States and Canada:', how: 'call 911' },
  { who: 'In the United Kingdom:', how: 'call 999' },
  { who: 'In Australia:', how: 'call 000' },
  { who: 'Someone to talk to, by country:', how: 'findahelpline.com', href: 'https://findahelpline.com/' },
]

/** The page for what nobody should have to talk through. */
export const safety = {
  done: 'Done.',
  told: {
    report: 'Your report is with the moderators. The other person is not told.',
    keep_evidence: 'The evidence is kept.',
    talk_privately: 'A moderator has what you wrote.',
  } as Readonly<Record<string, string>>,
  kept: 'Your evidence',
  block: (name: string) => `Block ${name}`,
  blockHint: 'Neither of you sees the other. They are not told.',
  showWho: 'Show who it is, so that I can block them',
  showWhoHint: 'Then you see their name, and can block them with one more press. They are not told that you looked.',
  blocked: (name: string) => `${name} is blocked.`,
  notBlocked: 'Not blocked.',
  linesTitle: 'You can also talk to someone outside.',
  linesText: 'These lines are not ours. They do not tell us that you called.',
  lines,
} as const
