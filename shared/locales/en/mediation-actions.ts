import type { MediationAction } from '../../api/mediation.ts'

type Words = Pick<MediationAction, 'label' | 'hint' | 'weight'>

const main = (label: string, hint: string): Words => ({ label, hint, weight: 'main' })
const other = (label: string, hint: string): Words => ({ label, hint, weight: 'other' })
const exit = (label: string, hint: string): Words => ({ label, hint, weight: 'exit' })

/** What can be done in a room, and what will happen then. */
export const actionTexts = {
  sign_rules: main('Agree to the ground rules', 'The talk begins when both of you have agreed.'),
  wish_mode: other(
    'How you want to talk',
    'A shared room opens only if you both want it. Nobody is told who does not.',
  ),
  check_in: other(
    'Tell the mediator how safe this is',
    'Only the mediator reads it. Answer again if something changed.',
  ),
  offer: main('Suggest other words', 'Its author reads your wording. Nothing crosses over without their yes.'),
  approve: main('Yes, carry these words', 'The mediator may carry them over, word for word.'),
  carry: main('Carry it over', 'The other side reads these very words, as agreed by their author.'),
  unsend: other('Take it back', 'Within ten minutes, and before it is carried over.'),
  erase_mine: other(
    'Delete what I said',
    'What you told the mediator is deleted now, what you said in a shared room when it is over. What was carried over stays with who received it.',
  ),
  mark: main('Mark it', 'The other side and the mediator see how you marked it.'),
  hold: other('Hold it back', 'Only its author and you see it until you let it through.'),
  release: main('Let it through', 'The other side can read it then.'),
  report_breach: other(
    'Report this message',
    'Moderators get this one message and what you write. They get nothing else from the room.',
  ),
  state_needs: main('Say what you need', 'Pick some, and add your own words if you like.'),
  move_up: other(
    'Go on to a whole mediation',
    'One message is not enough? It goes on with the same mediator, if the other one wants it too.',
  ),
  pass_turn: other('Pass the turn on', 'The other one can speak now.'),
  move_phase: main('Go to another part', 'Both sides see the new prompts.'),
  pause: other('Pause', 'The talk rests for that long and then goes on by itself. Nobody is told who paused it.'),
  resume: main('Go on now', 'You set the pause, so you can end it. Nobody is told that it was you.'),
  more_time: other('I need more time', 'You get two more days. You need not say why.'),
  extend: other('Add two weeks', 'Once, and only if all three of you want it.'),
  unfreeze: main('Go on', 'The talk goes on from here.'),
  agree_joint: other('I would like one shared room', 'It opens only if the other one wants it too.'),
  switch_to_shuttle: other('Back to separate talks', 'Each of you talks with the mediator alone again.'),
  replace_mediator: other('Ask for another mediator', 'Once, and without a reason. You choose again.'),
  hand_over: other('Hand this case over', 'The two choose another mediator. Your notes are destroyed.'),
  name_support: other(
    'Bring somebody along',
    'They read what you read and write nothing. They are asked, and so is the other side.',
  ),
  agree_support: main('Agree to the support person', 'They read what the one they support reads, and write nothing.'),
  refuse_support: other('Rather not', 'The support person stays out. Nobody is told why.'),
  accept_support: main('Yes, I will be there', 'You read what the one you support reads. You write nothing.'),
  name_co: other(
    'Bring a second mediator',
    'Both sides are asked first, then they are. Whoever still learns writes nothing without you.',
  ),
  agree_co: main('Yes, a second mediator', 'They read what the mediator reads. They are asked once you both say yes.'),
  refuse_co: other('No second mediator', 'It goes on with one. You need no reason, and nobody is told who said no.'),
  accept_co: main(
    'Yes, I mediate too',
    'You read both sides. You decide nothing, and nothing you read leaves the room.',
  ),
  name_interpreter: other(
    'Bring somebody who interprets',
    'They read the messages that they are given, and nothing else. Both sides are asked first, and at each step again.',
  ),
  agree_interpreter: main('Yes, they may interpret', 'For this step. At the next one you are asked again.'),
  refuse_interpreter: other(
    'No interpreter',
    'They read nothing more. You need no reason, and nobody is told who said no.',
  ),
  accept_interpreter: main(
    'Yes, I interpret',
    'You say what they say, no more and no less. Nothing you read leaves the room.',
  ),
  ask_interpreter: other(
    'Have it interpreted',
    'The interpreter reads this message. What they write stands beside it.',
  ),
  interpret: main('Interpret', 'It stands beside the words as they were written, for everybody who reads those.'),
  ask_quote: other(
    'Ask to show a private message',
    'Also for a post by somebody else. The other one sees which it is, and says yes or no. The mediator sees nothing of it before.',
  ),
  agree_quote: main('Yes, it may be shown', 'It can be quoted then, for both of you and the mediator to read.'),
  refuse_quote: other('No, do not show it', 'It stays out, and you are not asked about it again. You need no reason.'),
  hide_quotes: other(
    'Show no private message any more',
    'What was shown with your yes is taken out of sight, and what you asked for is taken back. You need no reason.',
  ),
  step_back: exit('Step out', 'You see nothing of this case any more.'),
  propose_clause: other('Propose a clause', 'It goes into the draft, for both of you to change or drop.'),
  to_signing: main('Go to signing', 'Both read the draft, change it or sign it.'),
  edit_agreement: other('Change the draft', 'Each change makes a new version. Signatures of the old one are void.'),
  sign: main('Sign this version', 'It holds when both have signed. It is a promise, not a law.'),
  back: other('Back to the options', 'The draft stays. Signatures are void.'),
  done: main('I do this', 'What can be done here is done by this tap. The other side sees that it is done.'),
  take_back: other(
    'Take back that you do it',
    'What this tap had done here ends. The other side sees that it is open again.',
  ),
  post_statement: main(
    'Post the statement',
    'It is posted as yours, in the words that you both signed. The other one posts it or not.',
  ),
  take_mark_off: other(
    'Take “resolved” off the thread',
    'The thread says nothing about it any more. You need no reason.',
  ),
  ask_words: other(
    'Ask to hand this to the moderators',
    'Its author is asked. Moderators get these words only if they say yes.',
  ),
  give_words: main('Yes, hand it to the moderators', 'They get these words of yours, and nothing else from the room.'),
  keep_words: other('No, it stays here', 'Nobody but the mediator learns of it.'),
  raise_danger: other(
    'Somebody is in danger',
    'For danger to a life. Two coordinators read the few facts that you write. If both agree, moderators get them.',
  ),
  check_in_agreement: main('Say how it holds', ''),
  not_holding: other('This is not holding', 'The talk opens again if the other one agrees. If not, it stays as it is.'),
  agree_reopen: main('Talk again', 'The talk opens again with the same mediator.'),
  leave: exit('Leave', 'It ends at once. You need no reason, and none is asked.'),
  end: exit('End the mediation', 'It ends at once, without a reason.'),
  safety_exit: other('End it for safety', 'That side gets the safety page. The other reads that it has ended.'),
  report_clause: other(
    'They broke “no contact”',
    'Moderators get that one clause and what you write. They get nothing else.',
  ),
  escalate: other(
    'Take it to the moderators',
    'The mediation ends. They get your own words and public posts, and nothing from the room.',
  ),
  feedback: other('How was it for you?', 'Coordinators read it. Mediators see only the sum of five cases or more.'),
  complain: other('Complain about how it was led', 'A coordinator who had no part in this answers within 14 days.'),
  keep: other('How long the talk is kept', 'Only what you both choose counts. If not, it is 30 days.'),
  drop_agreement: other('Drop my copy of the agreement', 'You cannot read it any more. The other one keeps theirs.'),
} as const satisfies Record<string, Words>

/** What is asked for, and why. */
export const fieldTexts = {
  text: { label: 'Your words', hint: '' },
  reason: { label: 'Why', hint: 'Only its author reads this.' },
  statement: { label: 'In your own words', hint: 'Moderators read this.' },
  complaint: { label: 'What went wrong', hint: 'Coordinators read this. The mediator does not.' },
  mark: { label: 'Your mark', hint: '' },
  needs: { label: 'What you need', hint: 'As many as fit.' },
  phase: { label: 'Which part', hint: '' },
  hours: { label: 'For how long', hint: '' },
  mode: { label: 'How', hint: '' },
  read: { label: 'I have read this and I agree', hint: '' },
  screening: { label: 'About your safety', hint: 'Only the mediator reads the answers. They go when the room goes.' },
  account_id: { label: 'Who', hint: 'They have to be a member here.' },
  clauses: { label: 'Clauses', hint: 'Each is done by who owes it, with one tap.' },
  publicity: { label: 'Who learns of it', hint: 'Nobody, unless you both sign for more.' },
  joint_statement: { label: 'A statement of both', hint: 'Only if you both sign these very words.' },
  version: { label: 'Version', hint: '' },
  sha256: { label: 'Mark of the text', hint: 'It shows that you both sign the same words.' },
  index: { label: 'Which clause', hint: '' },
  holding: { label: 'Does it hold?', hint: '' },
  status_ids: { label: 'Public posts', hint: 'Their addresses, with spaces between them.' },
  status_id: { label: 'Which one', hint: 'Private messages between you two, and posts that you named.' },
  address: { label: 'Or its address', hint: 'The link of a post that both of you can see.' },
  afterwards: { label: 'And the talk?', hint: 'You decide. Leaving is fine.' },
  party: { label: 'Who needs safety', hint: '' },
  support: (name: string, acct: string) => `${name} (@${acct}) may read along`,
  second: { label: 'Who', hint: 'Volunteers who mediate together with others, and have room.' },
  interpreted: { label: 'What it says', hint: 'In the other language, as near to it as you can.' },
  heard: { label: 'I felt heard', hint: '' },
  safe: { label: 'I felt safe', hint: '' },
  again: { label: 'I would do this again', hint: '' },
  days: { label: 'How long', hint: '' },
  facts: { label: 'Only what is needed to help', hint: 'Two coordinators read it, and moderators if both agree.' },
  tell: { label: 'It is safe to tell them that this was passed on', hint: '' },
} as const

/** Values to choose from. */
export const optionTexts = {
  hours: { '2': '2 hours', '12': '12 hours', '24': 'one day', '72': 'three days' },
  mode: { shuttle: 'Only with the mediator', joint: 'In one shared room' },
  marks: {
    yes: 'Yes, that is it',
    partly: 'Partly',
    no: 'No',
    can: 'I can live with it',
    cannot: 'I cannot',
    ask: 'I have a question',
  },
  phases: {
    statements: 'What happened',
    reflect: 'What was heard',
    needs: 'What is needed',
    options: 'What could be done',
  },
  publicity: { none: 'Nobody', marker: 'A mark “resolved” on the thread', statement: 'A statement of both' },
  holding: { yes: 'Yes', partly: 'Partly', no: 'No' },
  // leaving stands first: it is what is chosen where nothing is
  afterwards: { leave: 'I leave', pause: 'Let it rest', keep: 'Go on' },
  party: { a: 'The one who asked', b: 'The one who was asked' },
  somebodyElse: 'Somebody else',
  scale: { '1': 'Not at all', '2': 'A little', '3': 'Partly', '4': 'Mostly', '5': 'Fully' },
  days: { '0': 'Destroy it now', '30': '30 days', '90': '90 days' },
} as const
