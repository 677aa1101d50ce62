import type { ScreeningQuestion } from '../../../shared/api/mediation.ts'

const questions: Record<ScreeningQuestion, string> = {
  q1: 'Have they threatened you, stalked you, sent you sexual messages, or followed you from place to place?',
  q2: 'Have they posted your private details or pictures, or said they would?',
  q3: 'Have they attacked you for who you are?',
  q4: 'Did they go on writing to you after you said stop, or get round a block?',
  q5: 'Are you afraid of what they will do if they learn that you asked?',
  q6: 'Do they have power over you outside of here?',
  q7: 'Are several people acting together against you?',
  q8: 'Is one of you under 18?',
  q9: 'Is anyone in danger right now?',
  q10: 'Would it be all right if you only ever spoke with the mediator?',
}

const hints: Partial<Record<ScreeningQuestion, string>> = {
  q1: 'Online or off, under this name or other names.',
  q2: 'Such as your home, your job, your old name, or a photo of you.',
  q3: 'Such as racist, sexist, anti-gay or anti-trans words.',
  q6: 'Such as a partner, an ex, a boss or a landlord.',
  q10: 'The mediator then carries what you both agree to, and you never share a room.',
}

/** The ten questions about safety. */
export const screening = {
  label: 'Questions about your safety',
  place: (n: number, of: number) => `Question ${n} of ${of}`,
  questions,
  hints,
  answers: { yes: 'Yes', unsure: 'Not sure', no: 'No' },
  before: 'The question before',
  last: 'Go to the last one',
} as const
