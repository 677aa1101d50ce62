/** Switches for bad hours; each goes back by itself. `log_out_all` is done at once and has no length. */
export const panicKinds = [
  'close_sign_ups',
  'invite_only',
  'first_posts',
  'no_media',
  'mentions_followed',
  'pause_inbound',
  'pause_outbound',
  'read_only',
  'hide_local',
  'log_out_all',
  'stop_mail',
] as const
/** One of {@link panicKinds}. */
export type PanicKind = (typeof panicKinds)[number]

/** A switch that is on, or waits for a second person. */
export type PanicSwitch = {
  id: string
  kind: PanicKind
  reason: string
  /** What everybody reads meanwhile; empty where nothing is said. */
  notice: string
  begun_at: string
  begun_by: string | null
  /** When it goes back by itself, as it stands now. */
  ends_at: string
  /** Until when it was wanted; past `ends_at` only once a second person agreed. */
  wanted_until: string
  confirmed_by: string | null
  /** Whether the person looking may agree to the longer time. */
  may_confirm: boolean
}

/** All that the page of switches shows. */
export type PanicDoc = { on: PanicSwitch[]; solo_hours: Record<PanicKind, number>; others: number }
