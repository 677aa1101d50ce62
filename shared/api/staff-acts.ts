import { actionKinds } from './moderation.ts'

const taken = actionKinds.map((kind) => `taken_${kind}` as const)
const ended = actionKinds.map((kind) => `ended_${kind}` as const)

// what is written down of a case in moderation’s own log
const caseActs = [
  'case_claimed',
  'case_released',
  'case_decided',
  'case_forgotten',
  'case_reopened',
  'report_changed',
  'decision_undone',
  'account_purged',
  'review_kept',
  'review_ended',
  'proposed',
  'proposal_changed',
  'proposal_confirmed',
  'proposal_rejected',
  'proposal_lowered',
  'proposal_withdrawn',
  'appealed',
  'appeal_granted',
  'appeal_refused',
  'followed_up',
  'follow_up_granted',
  'follow_up_refused',
  ...taken,
  ...ended,
] as const
/** Something that is written down of a case. */
export type CaseAct = (typeof caseActs)[number]

const told = caseActs.map((act) => `case.${act}` as const)

/** Everything that the log of those who run the community holds. */
export const staffActs = [
  'emoji.add',
  'emoji.change',
  'emoji.disable',
  'emoji.enable',
  'emoji.delete',
  'announcement.add',
  'announcement.change',
  'announcement.delete',
  'block.network',
  'block.network_change',
  'block.network_end',
  'block.mail_domain',
  'block.mail_domain_end',
  'block.address',
  'block.address_end',
  'block.name',
  'block.name_end',
  'panic.on',
  'panic.off',
  'panic.agree',
  'panic.over',
  'roles.change',
  'people.approve',
  'people.refuse',
  'people.vouch',
  'people.confirm',
  'people.reset_link',
  'people.end_wave',
  'invite.make',
  'invite.withdraw',
  'settings.change',
  'paper.save',
  'paper.publish',
  'paper.review',
  'paper.delete',
  'peer.decide',
  'peer.undecide',
  'peer.mode',
  'peer.allow',
  'peer.disallow',
  'peer.list',
  'peer.import',
  'peer.propose',
  'peer.agree',
  'peer.reject',
  'peer.withdraw',
  'peer.lapse',
  'disk.budget',
  'trend.show',
  'trend.leave_out',
  'tag.spell',
  ...told,
] as const
/** One of {@link staffActs}. */
export type StaffAct = (typeof staffActs)[number]
