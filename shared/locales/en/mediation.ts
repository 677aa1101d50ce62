/** Where a case stands, as it is said to whoever reads: a heading, a sentence or two, and what comes next. */
export type Standing = { title: string; text: string; next: string }

const ended = 'The mediation has ended. This is a normal way for it to end.'

/** What the safety page says of what was done from it. */
export const helpTexts = {
  report: 'Your report is with the moderators.',
  keep_evidence: 'The evidence is kept for you.',
  talk_privately: 'A moderator has what you wrote.',
  silence: 'The other person is told nothing, ever.',
}

/** Every standing by its name. */
export const standings = {
  draft: {
    title: 'Not sent yet',
    text: 'Only you can read this. Nobody is told that you are writing it.',
    next: 'Send it when you are ready. If you do not, it is deleted after 7 days.',
  },
  divert: {
    title: 'This sounds like something you shouldn’t have to talk through',
    text: 'You can report it and keep the evidence with one tap. The other person is told nothing, ever.',
    next: 'This page stays for 14 days. Then all you wrote is deleted.',
  },
  moderator_help: {
    title: 'A moderator should help with this',
    text: 'A talk between two people is not the right way here. The other person is told nothing.',
    next: 'You can write to a moderator below. This page stays for 14 days.',
  },
  crisis: {
    title: 'If anyone is in danger now, get help first',
    text: 'Call the emergency number where you are. Then you can tell a moderator here. The other person is told nothing.',
    next: 'This page stays for 14 days. Then all you wrote is deleted.',
  },
  triage: {
    title: 'With the team',
    text: 'Someone from the team reads what you sent. Nobody else can.',
    next: 'You will hear from us by the date shown.',
  },
  asked: {
    title: 'The team has a question for you',
    text: 'Someone from the team would like to know one thing more.',
    next: 'Please answer by the date shown. You can also take your request back.',
  },
  coordinate: {
    title: 'A request to look at',
    text: 'Read it and choose what should happen. You see neither blocks nor what the other person has chosen.',
    next: 'After 48 hours a second coordinator is asked. After 96 hours the person is told that there was no room.',
  },
  coordinate_asked: {
    title: 'Waits for an answer',
    text: 'You asked a question. The person has not answered yet.',
    next: 'You can still decide without the answer.',
  },
  check: {
    title: 'An unclear answer to look at',
    text: 'The person who was invited said yes, was not sure about one question, and agreed that you look at it.',
    next: 'Let it go on, or lead them to the safety page. The other side learns nothing of this.',
  },
  invited: {
    title: 'You will hear by the date shown',
    text: 'Your request is on its way. Saying yes or no is free, so we never say what came of it before that date.',
    next: 'There is nothing you need to do.',
  },
  invitation: {
    title: 'Someone asked a mediator for help with a disagreement with you',
    text: 'It is your choice. Saying no has no effect, and they will not be told. You would talk to the mediator, not to them, unless you choose to.',
    next: 'You can answer until the date shown, or do nothing.',
  },
  checking: {
    title: 'Someone from the team takes a look',
    text: 'You were not sure about one question and agreed that someone looks at it.',
    next: 'You will hear from us. Until then nobody else learns of your answer.',
  },
  said_no: {
    title: 'You said no',
    text: 'Nobody is told. It has no effect for you.',
    next: 'This page goes away by itself.',
  },
  too_late: {
    title: 'It did not come about',
    text: 'Nobody from the team looked at your answer in time. We are sorry. The other person is not told that you said yes.',
    next: 'This page goes away by itself. You can ask for a mediator yourself.',
  },
  not_taken_up: {
    title: 'It will not go ahead',
    text: 'We never say why. There are many normal reasons, and most have nothing to do with you.',
    next: 'You can mute the thread or the person, or offer a pause. What you wrote is deleted in 14 days.',
  },
  vote: {
    title: 'Choose who could mediate',
    text: 'Mark everyone who is all right for you. The other person does the same. Neither of you sees the other’s marks, and nor does a mediator.',
    next: 'Please choose by the date shown.',
  },
  voted: {
    title: 'Your choice is in',
    text: 'We wait for the other choice.',
    next: 'You can change your marks until then.',
  },
  no_candidates: {
    title: 'Nobody is free right now',
    text: 'No mediator has room at the moment. You can name someone you both might trust.',
    next: 'We look again until the date shown.',
  },
  mediator_asked: {
    title: 'We asked a mediator',
    text: 'Someone you both marked is asked now.',
    next: 'They have 48 hours to answer.',
  },
  offer: {
    title: 'You are asked to mediate',
    text: 'Both sides marked you as someone they would trust. Say no if you could not be fair to both. No reason is needed.',
    next: 'Please answer within 48 hours.',
  },
  offer_waits: {
    title: 'You said yes',
    text: 'Each side chose one of you. It begins when the other mediator has said yes too.',
    next: 'If they say no, the two choose again. You are told.',
  },
  co_asked: {
    title: 'You are asked to mediate beside somebody',
    text: 'Both sides said yes to you. You read what the mediator reads. While you learn, your words wait for the mediator.',
    next: 'Say no if you could not be fair to both. No reason is needed.',
  },
  interpreter_asked: {
    title: 'You are asked to interpret',
    text: 'Both sides said yes to you. You read the messages that you are given, and nothing else of the talk.',
    next: 'Say no if you could not be fair to both. No reason is needed.',
  },
  interpreting: {
    title: 'You interpret',
    text: 'You read the messages that you are given, and nothing else. Say what they say, no more and no less.',
    next: 'What you write stands beside the words as they were written.',
  },
  interpreter_rests: {
    title: 'Nothing to interpret now',
    text: 'At each step both sides are asked again. Until they say yes you read nothing here.',
    next: 'You are told when something waits for you.',
  },
  opening: {
    title: 'Before it begins',
    text: 'Read how it works and what stays private. It begins when both of you have agreed.',
    next: 'If that does not happen by the date shown, it ends by itself.',
  },
  opening_waits: {
    title: 'Waiting for the other side',
    text: 'You have agreed to how it works.',
    next: 'It begins when the other side has too.',
  },
  active: {
    title: 'Open',
    text: 'You can write to the mediator. Nothing goes on to the other side unless you agree to the exact words.',
    next: 'Take the time you need. You can stop at any time without a reason.',
  },
  active_mediator: {
    title: 'Open',
    text: 'You read both sides. Nothing goes across without its author’s yes to the exact words.',
    next: 'You can pause, change the phase, or end it.',
  },
  active_learning: {
    title: 'Open',
    text: 'You read both sides, as the mediator does. What you write waits until the mediator lets it through.',
    next: 'Talk with the mediator about what you see. You can step out at any time.',
  },
  paused: {
    title: 'Paused',
    text: 'This talk is paused for a while.',
    next: 'It goes on by itself.',
  },
  signing: {
    title: 'An agreement to sign',
    text: 'Read it in peace. Any change makes a new version, and both sign again.',
    next: 'It holds once both have signed the same text.',
  },
  follow_up: {
    title: 'You have agreed',
    text: 'Each of you does what you owe with one tap. We ask after 14 and 60 days how it holds.',
    next: 'Both of you are asked how it holds.',
  },
  follow_up_asked: {
    title: 'Does it hold?',
    text: 'Some time has passed since you both signed. Say how it goes. It takes two taps, and the other side does not see it.',
    next: 'If it does not hold, you can ask to talk again.',
  },
  follow_up_last: {
    title: 'You have agreed',
    text: 'Each of you does what you owe with one tap. If it does not hold, say so here.',
    next: 'Then this closes, with your agreement.',
  },
  agreed: { title: 'Closed with an agreement', text: 'You both signed what you agreed.', next: '' },
  no_agreement: { title: 'Closed without an agreement', text: ended, next: '' },
  ended: { title: 'Ended', text: ended, next: '' },
  capacity: {
    title: 'No mediator has room',
    text: 'We are sorry. There are too few mediators for everyone right now. It has nothing to do with you.',
    next: 'You can ask again later. You can also name someone you both trust.',
  },
  lost: {
    title: 'This mediation was lost',
    text: 'The server had to start again from a copy, and what is said in mediations is in no copy. We are sorry.',
    next: 'You can begin again if you both want to.',
  },
} satisfies Record<string, Standing>

/** The name of a {@link Standing}. */
export type StandingName = keyof typeof standings

/** What a coordinator reads beside a request. */
export const triageTexts = {
  history: 'Between these two',
  asked: (there: number, back: number) =>
    `Requests in the last 90 days: ${there} from this person about the other, ${back} the other way.`,
  elsewhere: 'Who asks is of another server',
  elsewhereText:
    'They are a guest here, for this one case. What the two agree on binds our side: at their own server nobody here can see to it. Their moderators are never told.',
  answered: (answer: string) => `They answered: ${answer}`,
}
