import type { MediationPhase, MediationStream } from '../../api/mediation.ts'
import type { Need } from '../../mediation/pacing.ts'

type Prompt = { title: string; text: string }

/** Who reads a part of the talk, said to those who do. */
export const streamTexts: Record<MediationStream, { label: string; hint: string }> = {
  caucus_a: {
    label: 'You and the mediator',
    hint: 'Nothing from here crosses over unless you say yes to the exact words.',
  },
  caucus_b: {
    label: 'You and the mediator',
    hint: 'Nothing from here crosses over unless you say yes to the exact words.',
  },
  joint: { label: 'All of you', hint: 'Speak to the mediator, not at each other.' },
  notes: { label: 'Your notes', hint: 'For you alone. They go seven days after the end.' },
}

/** What the room says about who reads what. */
export const roomTexts = {
  caucusOf: (name: string) => `You and ${name}`,
  readersOfCaucus: (names: string) => `${names} read this. The other side does not.`,
  readersOfJoint: (names: string) => `${names} read this.`,
  readersOfNotes: 'Only you read this.',
  you: 'You',
  mediator: 'the mediator',
  yourMediator: (name: string) => `${name}, the mediator`,
  second: (name: string, learns: boolean) => (learns ? `${name} (learns to mediate)` : `${name} (second mediator)`),
  quoteOf: (author: string, text: string) => `${author}: ${text}`,
  mayShow: (author: string, text: string, pictures: number) =>
    `This may be shown${pictures > 0 ? ', with its pictures' : ''}, by ${author}: “${text}”`,
  goneQuote: 'The post is gone. You can say no to it.',
  mayInterpret: (name: string, acct: string) => `${name} (@${acct}) may interpret at this step`,
  mayMediate: (name: string, acct: string, learns: boolean) =>
    learns ? `${name} (@${acct}), who still learns, may come in` : `${name} (@${acct}) may mediate too`,
  oneOfThem: 'one of them',
  toInterpret: 'To interpret',
  toInterpretHint: 'You read these messages, and nothing else of the talk.',
  readersOfInterpreted: 'You read this because both said yes to it.',
  learnerWaits: 'This waits for the mediator.',
  support: (name: string) => `${name} (silent support)`,
  service: 'Mediation service',
  somebody: 'somebody else',
  carried: (mediator: string, name: string) => `carried by ${mediator}, in ${name}’s agreed words`,
  held: (reason: string) =>
    reason ? `The mediator holds this back for now: ${reason}` : 'This waits for the mediator.',
  unsent: 'This message was taken back.',
  noticeTitle: 'What is said here stays here',
  notice:
    'Screenshots cannot be stopped by us. You both promised not to publish what is said here. Breaking that can be reported.',
}

/** What everybody reads and agrees to before a talk begins. */
export const groundRules: readonly Prompt[] = [
  {
    title: 'What the mediator does',
    text: 'They ask and they carry. They never decide who is right, and they judge nobody.',
  },
  {
    title: 'Free to go',
    text: 'You can leave at any time, with one tap and without a reason. Nothing follows from it.',
  },
  {
    title: 'What stays in here',
    text: 'What is said here stays here. Nobody uses it against you later. The limits: danger to a life, harm to a child, and what the law demands.',
  },
  {
    title: 'How long it is kept',
    text: 'The talk is destroyed 30 days after the end, unless you both choose otherwise. Whoever runs the machine could read it until then. We tell you so plainly.',
  },
]

/** For the mediator, where a private check-in was not all clear. */
export const safetyTalk: Record<'a' | 'b', Prompt> = {
  a: {
    title: 'Talk about safety first',
    text: 'The one who asked answered something that needs a talk alone. You can end it for safety.',
  },
  b: {
    title: 'Talk about safety first',
    text: 'The one who was asked answered something that needs a talk alone. You can end it for safety.',
  },
}

/** Why somebody cannot write now. */
export const silenceTexts = {
  silent: 'You are here to listen. The one you support can talk with you elsewhere.',
  closed: 'The talk is over. Nothing more can be written here.',
  matching: 'This opens again when there is a mediator.',
  signing: 'Now you write in the agreement. To talk more, go back to the options.',
  follow_up: 'You have agreed. If it does not hold, the talk can open again.',
  not_begun: 'This opens when both have agreed to the ground rules.',
  shuttle: 'Each of you talks with the mediator alone. A shared room opens only if both want it.',
  turn: 'It is the other one’s turn to speak. The mediator can pass the turn on.',
  paused: 'The talk rests. It goes on by itself.',
  pacing: 'Half an hour lies between two messages of one person. It is the same for both of you.',
}

/** Cards for the parties in each phase. */
export const phasePrompts: Record<MediationPhase, readonly Prompt[]> = {
  statements: [
    { title: 'What happened', text: 'Tell what happened from where you stood. What did you see and hear?' },
    { title: 'How it landed', text: 'How did it land on you? What did it change for you?' },
  ],
  reflect: [
    { title: 'What you heard', text: 'Write back what you heard, in your own words. You need not agree with it.' },
    { title: 'Did it fit?', text: 'The other one marks it: yes, partly or no. After three times you go on anyway.' },
  ],
  needs: [
    { title: 'What you need', text: 'Pick what you need to let this rest. Add your own words if you like.' },
    { title: 'Not a list of faults', text: 'Say what would help, not what the other one did wrong.' },
  ],
  options: [
    { title: 'What could be done', text: 'Propose one thing at a time. Small is fine.' },
    { title: 'Could you live with it?', text: 'Each proposal is marked: can live with it, cannot, or a question.' },
  ],
}

/** Cards for the mediator in each phase. */
export const mediatorPrompts: Record<MediationPhase, readonly Prompt[]> = {
  statements: [
    { title: 'Ask, do not judge', text: 'Ask what happened and how it landed. You never say who is right.' },
    { title: 'Impact, not intent', text: 'What it did to someone is real, whatever was meant by it.' },
  ],
  reflect: [
    { title: 'Slow down', text: 'Ask each to write back what they heard. Three rounds are enough.' },
    { title: 'Never “just a misunderstanding”', text: 'It makes small what was not small for somebody.' },
  ],
  needs: [
    { title: 'Behind the demand', text: 'Ask: what would that give you? Needs can meet where demands cannot.' },
    { title: 'Person and behaviour', text: 'Speak of what was done, not of what somebody is.' },
  ],
  options: [
    { title: 'Theirs, not yours', text: 'The proposals are theirs. Ask: how would you notice that it works?' },
    { title: 'Ready to write down?', text: 'When both can live with something, move to signing.' },
  ],
}

/** Needs to pick from. */
export const needTexts: Record<Need, string> = {
  acknowledgement: 'that it is acknowledged',
  correction: 'that something is put right in public',
  privacy: 'privacy',
  distance: 'distance',
  clarity: 'clarity',
  fairness: 'fair arguments',
  repair: 'that something is repaired',
  nothing_more: 'nothing more',
}

/** What stands before the needs that somebody picked. */
export const needsSaid = (needs: readonly string[]) => `I need: ${needs.join(', ')}.`

/** The parts of the talk and its words when something does not hold. */
export const roomRefusals = {
  noStream: 'There is no such part of this talk for you.',
  empty: 'Write something first.',
  tooLong: (max: number) => `That is longer than ${max} characters. Please make it shorter or send it in two parts.`,
  quotes: 'A quote has to be a post that both of you can see.',
  ownQuotes: 'A quote has to be a post that you can see.',
  privateQuote:
    'A private message, or a post by somebody else, is shown to both only if both say yes. Ask the other one first, or show it to the mediator alone.',
  whichPost: 'Choose a post, or give the address of one.',
  needsNoYes: 'This needs no question: you can quote it.',
  quoteRefused: 'This one was asked about already.',
  gone: 'That message is not there any more.',
  notYours: 'Only who wrote it can say yes to these words.',
  approved: 'You said yes to these words already.',
  notApproved: 'Nothing crosses over before its author said yes to the exact words.',
  carried: 'That was carried over already.',
  tooLate: 'A message can be taken back for ten minutes. Ask the mediator if something has to go.',
  mark: 'You can mark what the other one wrote in this phase, in the ways that are offered.',
  rounds: 'Three times is enough. The mediator finds another way on.',
  oneMessage: 'In this way of talking one message is carried to each side, and that has happened.',
  needs: 'Pick at least one need, or write your own words.',
  held: 'Only a message in the shared room can be held back or let through.',
  signature: 'The text was changed while you read it. Please read it again before you sign.',
  apology: 'An apology is never demanded. It can only come from who gives it.',
  notOwed: 'This is not for you to do.',
  done: 'You marked this as done already.',
  notDone: 'That is not marked as done by you, or it cannot be taken back here.',
  rulesFirst: 'Please accept the rules in force first. Until then nothing of yours can be posted.',
  asked: 'Its author is asked already.',
  underHold: 'This is under a legal hold. Nothing of it can be deleted while that lasts.',
  clause: (number: number, said: string) => `Clause ${number}: ${said}`,
  manyClauses: 'That is more than two people can keep in mind. Please keep it to twelve clauses.',
  onlyNoContact: 'Only a clause about no contact, which protects you, can be shown to moderators.',
  signedNoContact: (until: string) => `Both signed: no contact until ${until}.`,
  publicPosts: 'Only public posts can be given to moderators here.',
  support: 'Choose somebody who is not part of this already.',
  second: 'Choose one of those who are offered.',
  interpreter: 'This person cannot interpret here. Please name somebody else.',
  notGiven: 'You interpret the messages that you are given.',
  notYoursToGive: 'You can have interpreted what you read in your own part, or in the shared room.',
  replaced: 'You had the mediator replaced once already.',
}
