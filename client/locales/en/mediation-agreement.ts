import type { MediationClause } from '../../../shared/api/mediation.ts'
import type { ClauseAct } from '../../../shared/mediation/agreement.ts'

const kinds: Record<MediationClause['type'], string> = {
  free: 'In our own words',
  topic_rule: 'How we talk about a topic',
  no_contact: 'Leave each other alone',
  truce: 'A truce',
  correction: 'A correction',
  apology: 'An apology',
  delete_post: 'Delete a post',
  edit_cw: 'Add a content warning to a post',
  no_screenshots: 'No screenshots',
  check_in: 'Look at it again together',
}

/** The agreement: what it holds, writing it, signing it, keeping to it. */
export const agreement = {
  farAway:
    'One of you is on another server, and does there what they owe. A truce or distance is held by this server for its own side alone.',
  title: 'What you agree on',
  version: (n: number) => `Version ${n}`,
  clause: (n: number) => `Point ${n}`,
  remove: (n: number) => `Take point ${n} out`,
  add: 'Add a point',
  kind: 'What it is',
  kinds,
  owedBy: 'Who does it',
  both: 'Both',
  words: 'In words that both can read',
  post: 'Which post',
  noPost: 'No post',
  gone: 'deleted by its author',
  until: 'Until',
  on: 'On which day',
  publicApology: 'In public, and not only between you two',
  owes: (name: string) => `To do: ${name}.`,
  untilDay: 'Until',
  onDay: 'On',
  inPublic: 'In public.',

  publicity: 'Who learns of it',
  publicities: {
    none: 'Nobody but you two and the mediator',
    marker: 'The thread says “resolved”, and nothing else',
    statement: 'A statement that both of you sign word for word',
  },
  statement: 'The statement',
  edit: 'Change the text',
  editHint: 'A change makes a new version. Whoever has signed then signs again, or not.',
  save: 'Save this version',
  cancel: 'Not now',
  saved: 'A new version is on the table.',

  signTitle: 'Signing',
  signHint:
    'Nobody can make you sign, and no court reads it. You sign this version, word for word. If a word changes, your name is gone from it.',
  sign: 'Sign this version',
  signedByYou: 'You have signed.',
  notSignedByYou: 'You have not signed.',
  signedByOther: (name: string) => `${name} has signed.`,
  notSignedByOther: (name: string) => `${name} has not signed.`,
  signedOn: 'Signed on',
  print: 'Its fingerprint',

  acts: {
    mute: 'Mute them until then',
    truce: 'Say yes to the truce now',
    delete: 'Delete the post now',
    warn: 'Put the warning on now',
    post: 'Post these words now',
    none: 'I have done this',
  } satisfies Record<ClauseAct, string>,
  actHints: {
    mute: 'You see nothing of theirs, and they are not told. It ends by itself.',
    truce: 'It begins once all who owe it have tapped. Either of you can end it.',
    delete: 'The post is gone at once, and for good.',
    warn: 'What the post says stays as it is.',
    post: 'They are posted as yours, for everybody, word for word.',
    none: '',
  } satisfies Record<ClauseAct, string>,
  thePost: 'The post',
  takeBack: 'Take it back',
  where: 'You can change it where you always can: at the post itself.',
  doneBy: (name: string) => `${name}: done.`,
  onlyYou: 'Only who owes a thing can do it. Nobody does it for you.',
  notDone: 'That did not work.',
} as const
