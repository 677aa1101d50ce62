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
    hide: (community: string) => `moderators of ${community} hid a post of yours for now.`,
    delete: (community: string) => `moderators of ${community} deleted a post of yours.`,
    freeze: (community: string) =>
      `moderators of ${community} froze your account: you cannot log in for now. What you wrote stays where it is. A second person looks at this within a day.`,
    limit: (community: string) =>
      `moderators of ${community} limited your account: only those who follow you find your posts.`,
    suspend: (community: string) =>
      `moderators of ${community} suspended your account: nobody sees it, and you cannot log in.`,
    remove: (community: string) => `two moderators of ${community} decided to remove your account.`,
  },
  rule: 'The rule:',
  why: 'What happened, and why it breaks that rule:',
  found: 'It came to us by a report, or we saw it ourselves. We never say who reported.',
  until: (day: string) => `This ends by itself on ${day}.`,
  purge: (day: string) => `On ${day} everything that belongs to the account is deleted for good.`,
  appeal: (day: string) =>
    `If you think that this is wrong, you can appeal once until ${day}. Somebody who had no part in the decision reads it and answers with reasons. This link is for you alone:`,
  /** Once it is over, or an appeal was answered: to who could not log in and see it. */
  after: {
    over: (community: string) => `${community}: it is over`,
    ended: (community: string) => `what moderators of ${community} decided about your account is over.`,
    answered: (community: string) => `Your appeal at ${community}`,
    granted: (community: string) =>
      `somebody who had no part in the decision read what you wrote, and agrees: what moderators of ${community} decided about your account is taken back.`,
    refused: (community: string) =>
      `somebody at ${community} who had no part in the decision read what you wrote. The decision stands.`,
    open: 'You can log in again. Programs on your phone or computer have to be let in anew.',
    closed: 'Something else still keeps the account closed; you got a letter about that.',
    reasons: 'Their reasons stand here. This link is for you alone:',
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
