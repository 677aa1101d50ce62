/** What goes with a report from the safety page. */
export const reportTexts = {
  posts: { label: 'Their posts that go with it', hint: 'Kept as they are now. Take out what moderators need not see.' },
  picture: 'A post without words',
} as const
