/** Why somebody does not answer an appeal, and who does. */
export const moderationAppeals = {
  refused: {
    own: 'You had a part in the decision. Somebody of the team who had none answers this.',
    invite: 'You and somebody who decided came by an invite of one another. Somebody else of the team answers this.',
    conflict: 'Something stands between you and somebody in this case. Somebody else of the team answers this.',
    answered: 'You answered the appeal. Somebody else of the team reads what they say to that.',
  },
  vacant:
    'There is nobody here who could answer this. It waits until somebody is given a role who had no part in the decision.',
} as const
