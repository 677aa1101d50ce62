/** What became of asking other servers to delete a post. */
export const moderationPurges = {
  title: 'Copies at other servers',
  text: 'They got the post and were asked to delete it, for a week again and again. Nobody can make them do it: where one does not take it, write to those who run it.',
  state: {
    waiting: 'not answered yet',
    delivered: 'took the deletion',
    refused: 'refused it',
    gone: 'is gone',
    gave_up: 'did not answer for a week',
  },
  letter: 'Write to them',
  letterAt: 'written to',
  noAddress: 'We know no mail address of theirs.',
  who: 'Who runs it',
} as const
