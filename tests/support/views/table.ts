import type { MediationState } from '../../../shared/api/mediation.ts'
import type { StandingName } from '../../../shared/locales/en/mediation.ts'

/** What somebody reads of a case: its state, where it stands, days until the date shown, what they can do, days it rests. */
type Told = readonly [MediationState, StandingName, number | null, string, number?]

/** What each sees in each state and overlay: neither more nor less, and nothing of what the other side did. */
export const table: Record<string, Record<string, Told>> = {
  draft: {
    A: ['draft', 'draft', 7, 'save submit discard'],
  },
  diverted: {
    A: ['diverted', 'divert', null, 'report keep_evidence talk_privately close'],
  },
  triage: {
    A: ['triage', 'triage', 4, 'withdraw'],
    coordinator: ['triage', 'coordinate', 4, 'ask invite divert refuse'],
  },
  'triage, A was asked': {
    A: ['triage', 'asked', 4, 'withdraw answer'],
    coordinator: ['triage', 'coordinate_asked', 4, 'invite divert refuse'],
  },
  invited: {
    A: ['invited', 'invited', 7, 'withdraw'],
    B: ['invited', 'invitation', 7, 'report see consent decline'],
  },
  'invited, B looked who it is': {
    A: ['invited', 'invited', 7, 'withdraw'],
    B: ['invited', 'invitation', 7, 'report consent decline'],
  },
  'invited, B said no': {
    A: ['invited', 'invited', 7, 'withdraw'],
    B: ['not_taken_up', 'said_no', null, 'report'],
  },
  'invited, B is not safe': {
    A: ['invited', 'invited', 7, 'withdraw'],
    B: ['diverted', 'divert', null, 'report keep_evidence talk_privately see'],
  },
  'invited, B is not sure': {
    A: ['invited', 'invited', 7, 'withdraw'],
    B: ['invited', 'checking', 7, 'report decline'],
    coordinator: ['invited', 'check', 7, 'pass_check fail_check'],
  },
  'not_taken_up, B was silent': {
    A: ['not_taken_up', 'not_taken_up', null, ''],
  },
  'not_taken_up, B said no': {
    A: ['not_taken_up', 'not_taken_up', null, ''],
    B: ['not_taken_up', 'said_no', null, ''],
  },
  matching: {
    A: ['matching', 'no_candidates', 3, 'vote propose_comrade leave complain'],
    B: ['matching', 'no_candidates', 3, 'vote propose_comrade leave complain'],
  },
  'matching, A has chosen': {
    A: ['matching', 'voted', 3, 'vote propose_comrade leave complain'],
    B: ['matching', 'vote', 3, 'vote propose_comrade leave complain'],
  },
  'matching, a mediator is asked': {
    A: ['matching', 'mediator_asked', 2, 'leave complain'],
    B: ['matching', 'mediator_asked', 2, 'leave complain'],
    mediator: ['matching', 'offer', 2, 'take pass'],
  },
  opening: {
    A: [
      'opening',
      'opening',
      10,
      'replace_mediator sign_rules wish_mode check_in name_support name_interpreter erase_mine leave escalate complain',
    ],
    B: [
      'opening',
      'opening',
      10,
      'replace_mediator sign_rules wish_mode check_in name_support name_interpreter erase_mine leave escalate complain',
    ],
    mediator: ['opening', 'opening', 10, 'hand_over name_interpreter end raise_danger safety_exit'],
  },
  'opening, A has agreed': {
    A: [
      'opening',
      'opening_waits',
      10,
      'replace_mediator wish_mode check_in name_support name_interpreter erase_mine leave escalate complain',
    ],
    B: [
      'opening',
      'opening',
      10,
      'replace_mediator sign_rules wish_mode check_in name_support name_interpreter erase_mine leave escalate complain',
    ],
    mediator: ['opening', 'opening', 10, 'hand_over name_interpreter end raise_danger safety_exit'],
  },
  active: {
    A: [
      'active',
      'active',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint pause more_time extend leave escalate complain',
    ],
    B: [
      'active',
      'active',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint pause more_time extend leave escalate complain',
    ],
    mediator: [
      'active',
      'active_mediator',
      21,
      'hand_over name_interpreter move_phase pause extend to_signing end raise_danger safety_exit',
    ],
  },
  'active, cooldown by A': {
    A: [
      'active',
      'paused',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint resume extend leave escalate complain',
      1,
    ],
    B: [
      'active',
      'paused',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint extend leave escalate complain',
      1,
    ],
    mediator: ['active', 'paused', 21, 'hand_over name_interpreter extend end raise_danger safety_exit', 1],
  },
  'active, frozen by A who reported B': {
    A: [
      'active',
      'paused',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint extend unfreeze leave escalate complain',
      30,
    ],
    B: [
      'active',
      'paused',
      21,
      'replace_mediator name_support name_interpreter ask_quote erase_mine agree_joint extend leave escalate complain',
      30,
    ],
    mediator: ['active', 'paused', 21, 'hand_over name_interpreter extend end raise_danger safety_exit', 30],
  },
  signing: {
    A: ['signing', 'signing', 7, 'name_support erase_mine edit_agreement sign back leave escalate complain'],
    B: ['signing', 'signing', 7, 'name_support erase_mine edit_agreement sign back leave escalate complain'],
    mediator: ['signing', 'signing', 7, 'edit_agreement back end raise_danger safety_exit'],
  },
  follow_up: {
    A: ['follow_up', 'follow_up', 14, 'name_support erase_mine report_clause done not_holding leave escalate complain'],
    B: ['follow_up', 'follow_up', 14, 'name_support erase_mine report_clause done not_holding leave escalate complain'],
    mediator: ['follow_up', 'follow_up', 14, 'end raise_danger'],
  },
  'follow_up, after 14 days': {
    A: [
      'follow_up',
      'follow_up_asked',
      46,
      'name_support erase_mine report_clause done check_in_agreement not_holding leave escalate complain',
    ],
    B: [
      'follow_up',
      'follow_up_asked',
      46,
      'name_support erase_mine report_clause done check_in_agreement not_holding leave escalate complain',
    ],
    mediator: ['follow_up', 'follow_up', 46, 'end raise_danger'],
  },
  'follow_up, B says that it is not holding': {
    A: [
      'follow_up',
      'follow_up',
      14,
      'name_support erase_mine report_clause done not_holding agree_reopen leave escalate complain',
    ],
    B: ['follow_up', 'follow_up', 14, 'name_support erase_mine report_clause done leave escalate complain'],
    mediator: ['follow_up', 'follow_up', 14, 'end raise_danger'],
  },
  'closed:agreed': {
    A: ['closed', 'agreed', null, 'erase_mine report_clause done feedback complain keep drop_agreement'],
    B: ['closed', 'agreed', null, 'erase_mine report_clause done feedback complain keep drop_agreement'],
    mediator: ['closed', 'agreed', null, ''],
  },
  'closed:no_agreement': {
    A: ['closed', 'no_agreement', null, 'erase_mine feedback complain keep'],
    B: ['closed', 'no_agreement', null, 'erase_mine feedback complain keep'],
    mediator: ['closed', 'no_agreement', null, ''],
  },
  'closed:withdrawn by B': {
    A: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    B: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    mediator: ['closed', 'ended', null, ''],
  },
  'closed:ended by the mediator': {
    A: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    B: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    mediator: ['closed', 'ended', null, ''],
  },
  'closed:lapsed': {
    A: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    B: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    mediator: ['closed', 'ended', null, ''],
  },
  'closed:capacity': {
    A: ['closed', 'capacity', null, 'complain'],
  },
  'closed:escalated by B': {
    A: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    B: ['closed', 'ended', null, 'erase_mine feedback complain keep'],
    mediator: ['closed', 'ended', null, ''],
  },
}
