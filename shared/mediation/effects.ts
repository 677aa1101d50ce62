import type { MediationMode } from '../api/mediation.ts'
import {
  type Case,
  type ClosedReason,
  type Help,
  isParty,
  neither,
  otherParty,
  type Party,
  type SafetyRoute,
} from './case.ts'
import type { Effect } from './effect.ts'
import type { Verb } from './moves.ts'
import { quoteEffects, withoutQuotes } from './quote-moves.ts'
import { alone, askedAnew, asPair, take, thirdEffects, thirdGone } from './third-effects.ts'
import { mediationTimes } from './times.ts'

const HOUR = 60 * 60 * 1000
const closed = (reason: ClosedReason): Partial<Case> => ({ state: 'closed', reason, ...unpaused })
const unpaused = { pausedUntil: undefined, frozenUntil: undefined, pausedBy: undefined, frozenBy: undefined }
const safety = (route: string | undefined): SafetyRoute =>
  route === 'crisis' || route === 'moderator_help' ? route : 'divert'

/** `of` with the side that acted set. */
const alsoBy = <T extends object>(of: T, by: string): T => ({ ...of, [by]: true })

const without = (texts: Case['texts'], gone: (name: string) => boolean): Case['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !gone(name)))

const sideOfSupport = (by: string): Party => (by === 'support_a' ? 'a' : 'b')
const support = (c: Case, side: string, stands: 'named' | 'agreed' | 'in' | undefined): Partial<Case> => ({
  support: { ...c.support, [side]: stands },
})

/** The names under which a case's agreement and its signatures are sealed. */
const isOfAgreement = (name: string) => name === 'agreement' || name.startsWith('signature')

/** The mediator goes, and with them who came beside them; an interpreter is agreed to anew. */
const toMatching = {
  state: 'matching',
  co: undefined,
  pair: undefined,
  wishesPair: undefined,
  round: 0,
  offered: 0,
  voted: neither,
  pickedAt: undefined,
  offeredAt: undefined,
} as const

const save: Effect = (c, { at, data: { route = 'go', track = c.track } }) => {
  if (route === 'go' || route === 'triage') return { track }
  return { track, state: 'diverted', route, routedAt: at }
}

/** One room only where both want it and neither's screening is against it. */
const modeOf = (wishes: Case['wishesJoint'], shuttleOnly: boolean): MediationMode =>
  wishes.a && wishes.b && !shuttleOnly ? 'joint' : 'shuttle'

const submit: Effect = (c, { at, data }) => {
  const { route = 'divert', track = c.track, mode, shuttleOnly = false } = data
  const wishesJoint = { a: mode === 'joint', b: false }
  const written = { track, shuttleOnly, wishesJoint, submittedAt: at, triageFrom: at }
  if (route === 'go' || route === 'triage') return { ...written, state: 'triage' }
  return { ...written, state: 'diverted', route: safety(route), routedAt: at }
}

const refuse: Effect = (_, { at, data }) => {
  if (data.withheld) return { state: 'invited', reach: 'withheld', routedAt: at }
  if (data.reason === 'capacity') return { ...closed('capacity'), routedAt: at }
  return { state: 'diverted', route: 'moderator_help', routedAt: at }
}

const consent: Effect = (c, { at, data }) => {
  const { route = 'divert', track = c.track } = data
  if (route !== 'go' && route !== 'triage') return { answer: 'unsafe', harmed: 'b', route: safety(route), routedAt: at }
  const shuttleOnly = c.shuttleOnly || data.shuttleOnly === true
  const wishesJoint = { ...c.wishesJoint, b: data.mode === 'joint' }
  const narrowed = { track, shuttleOnly, wishesJoint, mode: modeOf(wishesJoint, shuttleOnly) }
  if (route === 'triage') return { ...narrowed, answer: 'check' }
  return { ...narrowed, ...toMatching, answer: 'yes', routedAt: at }
}

const signRules: Effect = (c, { at, by }) => {
  const signedRules = alsoBy(c.signedRules, by)
  if (!signedRules.a || !signedRules.b) return { signedRules, state: 'opening' }
  const first = c.startedAt ?? at
  return { signedRules, state: 'active', startedAt: first, phase: c.phase ?? 'statements' }
}

const agreeJoint: Effect = (c, { by }) => {
  const wishesJoint = alsoBy(c.wishesJoint, by)
  const mode = modeOf(wishesJoint, c.shuttleOnly)
  return { wishesJoint, mode, ...(mode !== c.mode && askedAnew(c)) }
}

const extend: Effect = (c, { by }) => {
  const wishesMore = alsoBy(c.wishesMore, by)
  return { wishesMore, extended: wishesMore.a && wishesMore.b && wishesMore.mediator }
}

const pause: Effect = (c, { at, by, data }) => ({
  pausedUntil: at + (data.hours ?? 2) * HOUR,
  pausedBy: by,
  ...((isParty(by) || by === 'mediator') && { pauses: { ...c.pauses, [by]: c.pauses[by] + 1 } }),
})

const sign: Effect = (c, { at, by, data }) => {
  if (data.version !== c.agreementVersion) return {}
  const signed = alsoBy(c.signed, by)
  return { signed, ...(signed.a && signed.b && { state: 'follow_up' as const, signedAt: at }) }
}

const agreeReopen: Effect = (c, { at, by }) => {
  const reopen = alsoBy(c.reopen, by)
  if (!reopen.a || !reopen.b) return { reopen }
  const again = { ...reopened, startedAt: at }
  if (!c.unled) return { ...again, state: 'active' }
  return { ...again, ...toMatching, ...withoutQuotes(c), signedRules: neither, unled: false }
}
const reopened = {
  reopen: neither,
  signed: neither,
  signedAt: undefined,
  done: { a: [], b: [] },
  checkIns: 0,
  extended: false,
  stated: neither,
}

const wishMode: Effect = (c, { by, data }) => {
  const wishesJoint = { ...c.wishesJoint, [by]: data.mode === 'joint' }
  return { wishesJoint, mode: modeOf(wishesJoint, c.shuttleOnly) }
}

const withoutWords: Effect = (c, { data }) => ({
  askedWords: (c.askedWords ?? []).filter((id) => id !== data.messageId),
})

const helped =
  (how: Help): Effect =>
  ({ helped: before = {} }, { by }) => ({ helped: { ...before, [by]: [...new Set([...(before[by] ?? []), how])] } })

const report: Effect = (c, event) => ({
  ...helped('report')(c, event),
  ...(c.state === 'invited' && { answer: 'unsafe', harmed: 'b', route: 'divert' }),
})

/** What a verb changes beside the state that the table of moves leads to. */
export const effects: Partial<Record<string, Effect>> & Partial<Record<Verb, Effect>> = {
  ...thirdEffects,
  ...quoteEffects,
  save,
  submit,
  report,
  keep_evidence: helped('keep_evidence'),
  talk_privately: helped('talk_privately'),
  withdraw: () => closed('withdrawn'),
  answer: (_, { at }) => ({ askedAt: undefined, triageFrom: at, second: false }),
  ask: (_, { at }) => ({ askedAt: at }),
  invite: (_, { at }) => ({ routedAt: at }),
  divert: (_, { at, data }) => ({ route: safety(data.route), routedAt: at }),
  refuse,
  second_asked: () => ({ second: true }),
  capacity: () => closed('capacity'),
  deliver: () => ({ reach: 'delivered' }),
  wait: () => ({ reach: 'waiting' }),
  withhold: () => ({ reach: 'withheld' }),
  see: () => ({ seen: true }),
  consent,
  decline: () => ({ answer: 'no' }),
  pass_check: (_, { at }) => ({ ...toMatching, answer: 'yes', routedAt: at }),
  fail_check: (_, { at }) => ({ answer: 'unsafe', harmed: 'b', route: 'divert', routedAt: at }),
  candidates: (c, { at, data }) => ({
    round: c.round + 1,
    offered: data.count ?? 0,
    offeredAt: at,
    voted: neither,
    pickedAt: undefined,
    ...alone,
  }),
  vote: (c, { by, data }) => ({
    voted: alsoBy(c.voted, by),
    wishesPair: { ...(c.wishesPair ?? neither), [by]: data.pair === true },
  }),
  propose_comrade: (c) => ({ voted: neither, offered: c.offered + 1 }),
  pick: (_, { at, data }) => ({ pickedAt: at, ...(data.pair ? asPair : alone) }),
  pass: () => ({ pickedAt: undefined }),
  mediator_silent: () => ({ pickedAt: undefined }),
  take,
  replace_mediator: (c, { by }) => ({
    ...toMatching,
    ...askedAnew(c),
    ...withoutQuotes(c),
    replaced: alsoBy(c.replaced, by),
    signedRules: neither,
  }),
  hand_over: (c) => ({ ...toMatching, ...askedAnew(c), ...withoutQuotes(c), signedRules: neither }),
  // what is signed holds without a mediator; what lies there to be signed waits for another one
  mediator_gone: (c) =>
    c.state === 'follow_up'
      ? { unled: true, ...alone }
      : { ...toMatching, ...askedAnew(c), ...withoutQuotes(c), signedRules: neither, signed: neither },
  sign_rules: signRules,
  wish_mode: wishMode,
  agree_joint: agreeJoint,
  switch_to_shuttle: (c) => ({ mode: 'shuttle', wishesJoint: neither, ...askedAnew(c), ...withoutQuotes(c) }),
  move_phase: (c, { data }) => ({ phase: data.phase ?? c.phase, ...askedAnew(c) }),
  pause,
  resume: (_, { at }) => ({ ...unpaused, movedAt: at, nudges: 0 }),
  more_time: (_, { at }) => ({ movedAt: at + mediationTimes.moreTime }),
  extend,
  freeze: (_, { at, by }) => ({ frozenUntil: at + mediationTimes.frozen, pausedUntil: undefined, frozenBy: by }),
  unfreeze: (_, { at }) => ({ ...unpaused, movedAt: at, nudges: 0 }),
  nudge: (c) => ({ nudges: c.nudges + 1 }),
  must_act: (c) => ({ nudges: c.nudges + 1 }),
  to_signing: (c) => ({ signed: neither, ...askedAnew(c) }),
  edit_agreement: (c) => ({ agreementVersion: c.agreementVersion + 1, signed: neither }),
  sign,
  back: () => ({ signed: neither, phase: 'options' }),
  no_agreement: () => closed('no_agreement'),
  ask_how_it_holds: (c) => ({ checkIns: c.checkIns + 1, saidHow: neither }),
  check_in_agreement: (c, { by }) => ({ saidHow: alsoBy(c.saidHow ?? neither, by) }),
  not_holding: (_, { by }) => ({ reopen: alsoBy(neither, by) }),
  agree_reopen: agreeReopen,
  finish: () => closed('agreed'),
  pass_turn: (c, { at, data }) =>
    data.party ? { passed: [...c.passed, { by: data.party, at, phase: c.phase, passed: true }] } : {},
  keep: (c, { by, data }) => (isParty(by) ? { keep: { ...c.keep, [by]: data.keep } } : {}),
  move_up: (c, { by }) => {
    const wishesWhole = alsoBy(c.wishesWhole, by)
    return { wishesWhole, ...(wishesWhole.a && wishesWhole.b && { track: 'mediation' as const }) }
  },
  name_support: (c, { by }) => support(c, by, 'named'),
  agree_support: (c, { by }) => (isParty(by) ? support(c, otherParty(by), 'agreed') : {}),
  refuse_support: (c, { by }) => (isParty(by) ? support(c, otherParty(by), undefined) : {}),
  accept_support: (c, { by }) => support(c, sideOfSupport(by), 'in'),
  step_back: (c, { by }) =>
    by === 'co_mediator' || by === 'interpreter' ? thirdGone(by) : support(c, sideOfSupport(by), undefined),
  propose_clause: (c) => ({ agreementVersion: c.agreementVersion + 1, signed: neither }),
  done: (c, { by, data }) =>
    isParty(by) && data.index !== undefined ? { done: { ...c.done, [by]: [...c.done[by], data.index] } } : {},
  take_back: (c, { by, data }) =>
    isParty(by) ? { done: { ...c.done, [by]: c.done[by].filter((index) => index !== data.index) } } : {},
  post_statement: (c, { by }) => ({ stated: alsoBy(c.stated ?? neither, by) }),
  ask_words: (c, { data }) => ({ askedWords: [...(c.askedWords ?? []), data.messageId ?? 0] }),
  give_words: withoutWords,
  keep_words: withoutWords,
  erase_mine: (c, { by }) => ({ erases: alsoBy(c.erases ?? neither, by) }),
  hold_by_law: () => ({ legalHold: true }),
  lift_hold: () => ({ legalHold: false }),
  ask_feedback: () => ({ askedFeedback: true }),
  feedback: (c, { by }) => ({ gaveFeedback: alsoBy(c.gaveFeedback, by) }),
  drop_agreement: (c, { by }) => ({ dropped: alsoBy(c.dropped, by) }),
  forget_notes: (c) => ({ forgotten: { ...c.forgotten, notes: true } }),
  forget_room: (c) => ({
    forgotten: { ...c.forgotten, room: true },
    texts: without(c.texts, (name) => !isOfAgreement(name)),
  }),
  leave: () => closed('withdrawn'),
  end: () => closed('ended'),
  safety_exit: (_, { data }) => ({ ...closed('ended'), harmed: data.party, route: 'divert' }),
  escalate: () => closed('escalated'),
  lapse: () => closed('lapsed'),
  end_frozen: () => closed('ended'),
  person_gone: () => closed('ended'),
  lost: () => closed('lost'),
  forget_screening: (c) => ({ texts: without(c.texts, (name) => name.startsWith('screening')), routedAt: undefined }),
}
