/** What somebody reads of a decision about them, in a mail and, before it is sent, in its preview. */
export const decisionWords = {
  subject: (community: string) => `A decision about your account at ${community}`,
  hello: (name: string) => `Hello ${name},`,
  done: {
    note: (community: string) => `moderators of ${community} write to you. It does not count against you.`,
    warning: (community: string) => `moderators of ${community} warn you.`,
    cw: (community: string) =>
      `moderators of ${community} put a content warning beside a post of yours. Your own words are as you wrote them. You can reword the warning at once by editing the post.`,
    sensitive: (community: string) => `moderators of ${community} marked pictures of a post of yours as sensitive.`,
    hide: (community: string) => `a post of yours at ${community} is hidden for now: nobody but you sees it.`,
    delete: (community: string) => `moderators of ${community} deleted a post of yours.`,
    freeze: (community: string) =>
      `moderators of ${community} froze your account: you cannot log in for now. What you wrote stays where it is.`,
    limit: (community: string) =>
      `moderators of ${community} limited your account: only those who follow you find your posts.`,
    suspend: (community: string) =>
      `moderators of ${community} suspended your account: nobody sees it, and you cannot log in.`,
    remove: (community: string) => `two moderators of ${community} decided to remove your account.`,
  },
  rule: 'The rule:',
  why: 'What happened, and why it breaks that rule:',
  whyAlone: 'What happened:',
  unsaid:
    'This could not wait, so its reasons are not written down yet. You can object all the same: who reads that looks at all of it anew, and answers with reasons.',
  beside: (lines: readonly string[]) => `Decided together with this:\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  looked:
    'One person did this without a second one. Within a day somebody else looks at whether it stands, and if they end it, we write to you.',
  found: 'It came to us by a report, or we saw it ourselves. We never say who reported.',
  until: (day: string) => `This ends by itself on ${day}.`,
  untilEnded: 'It holds until somebody ends it. When that happens, we tell you.',
  purge: (day: string) => `On ${day} everything that belongs to the account is deleted for good.`,
  appeal: (day: string) =>
    `If you think that this is wrong, you can appeal once until ${day}. Somebody who had no part in the decision reads it and answers with reasons, within a week. This link is for you alone:`,
  /** What locks somebody out, as it is named later. */
  named: {
    freeze: 'the freeze of your account',
    suspend: 'the suspension of your account',
    remove: 'the removal of your account',
  },
  /** Once it is over, or an appeal was answered: to who could not log in and see it. */
  after: {
    over: (community: string, open: boolean) =>
      open ? `You can log in at ${community} again` : `Something about your account at ${community} is over`,
    ended: {
      time: (what: string, community: string, day: string) =>
        `${what} at ${community}, decided on ${day}, was for a time only. That time is over.`,
      lifted: (what: string, community: string, day: string) =>
        `moderators of ${community} looked again at ${what}, decided on ${day}, and ended it.`,
      review: (what: string, community: string, day: string) =>
        `one person alone had decided on ${what} at ${community}, on ${day}. A second person looked at that, and ended it.`,
    },
    answered: (community: string) => `Your appeal at ${community} was answered`,
    granted: (what: string, community: string, day: string) =>
      `your appeal against ${what} at ${community}, decided on ${day}, was granted. Somebody who had no part in the decision read what you wrote, and agrees: it is taken back.`,
    refused: (what: string, community: string, day: string) =>
      `somebody at ${community} who had no part in the decision read your appeal against ${what} of ${day}. The decision stands.`,
    open: (link: string) =>
      `You can log in again. Programs on your phone or computer have to be let in anew. Here is the way in:\n\n${link}`,
    closed:
      'Something else still keeps your account closed. You got a letter of its own about that, with the way to object.',
    clean: 'It does not count against you.',
    counts: 'It is remembered if a rule is broken again.',
    pending:
      'The report that led to it is still being looked at. If anything else is decided about you, we tell you, with reasons.',
    reasons: 'Their reasons stand here. This link is for you alone:',
    follow: (day: string) => `By the same link you can say something to that answer, once, until ${day}.`,
    last: 'With this answer the appeal is over.',
  },
  /** What reporters are told; of nobody by name, and not what exactly was done. */
  outcomes: {
    removed: 'The account is removed from here. Thank you for telling us.',
    acted: 'It broke our rules, and we acted on it. Thank you for telling us.',
    noted: 'We spoke with whom it is about. Thank you for telling us.',
    nothing: 'We looked at it and found that it breaks no rule. You can still mute, block, or ask a mediator.',
  },
  /** What reporters read beside the outcome where moderators think that a mediator could help, and its link. */
  suggested:
    'If it is a disagreement that troubles you, a mediator can help you both talk. It is up to you: you may leave this as it is.',
  suggestedLink: 'Ask a mediator',
} as const
