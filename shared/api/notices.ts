/** Every kind of notice, and the page where the member finds what it is about; `ref` is the id of the thing. */
const links = {
  truce_offered: () => '/pauses',
  truce_began: () => '/pauses',
  truce_ended: () => '/pauses',
  lock_offered: () => '/pauses',
  lock_began: () => '/pauses',
  lock_ended: () => '/pauses',
  /** `ref` is 0: who has which case stands nowhere in the clear. */
  mediation: () => '/mediation',
  /** A server was cut off, and follows sleep; it is so no longer, and they came back. `ref` is the decision. */
  follows_severed: () => '/settings/servers',
  follows_returned: () => '/settings/servers',
  /** Many came at once: people come by invite only for now. */
  join_wave: () => '/people',
  /** A post could not be posted when its time came. */
  not_posted: () => '/scheduled',
  /** A mail provider refuses the community's mails. */
  mail_refused: () => '/settings/community',
  /** A report of one's own was decided. */
  report_decided: (ref) => `/reports/${ref}`,
  /** Moderators decided something about oneself, or answered an appeal. */
  decision: (ref) => `/decisions/${ref}`,
  /** What was decided about oneself is over before one did anything. */
  decision_over: (ref) => `/decisions/${ref}`,
  appeal_answered: (ref) => `/decisions/${ref}`,
  /** Moderators ask whether to deal with an account that may mock one. `ref` is 0. */
  mocked_asked: () => '/mocked',
  /** Something waits for those who decide on reports. */
  case_waits: (ref) => `/moderation/${ref}`,
  /** Somebody complains about one who runs the community; one's own complaint was answered. `ref` is 0. */
  complaint_waits: () => '/house/complaints',
  complaint_answered: () => '/complaints',
  /** Those who run the community ask whether they may show one in a collection. `ref` is the collection. */
  collection_asked: () => '/directory?show=collections',
  /** A paper of the community is to be looked at again. */
  paper_due: () => '/house/papers',
  /** Nearly all that may be used of the disk is used, and nothing more can go. `ref` is 0. */
  disk_full: () => '/house/disk',
  /** A server is to be cut off, which takes two. */
  server_waits: () => '/house/servers',
} satisfies Record<string, (ref: string) => string>

/** What a notice can be about. */
export type NoticeKind = keyof typeof links

/** Whether a word is a {@link NoticeKind}. */
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(links, kind)

/** Where the member finds what a notice is about. */
export function linkOfNotice(kind: NoticeKind, ref: string): string {
  const link: (ref: string) => string = links[kind]
  return link(ref)
}

/** Something that the community tells one member. It names nobody; who and what stand behind `link`. */
export interface Notice {
  id: string
  kind: NoticeKind
  ref: string
  link: string
  created_at: string
  /** When the member put it away. */
  read_at: string | null
}
