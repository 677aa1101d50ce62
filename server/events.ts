import type { Markers } from '../shared/api/markers.ts'
import type { MediationState } from '../shared/api/mediation.ts'
import type { NoticeKind } from '../shared/api/notices.ts'
import type { StaffAct } from '../shared/api/staff-acts.ts'
import type { Actor } from '../shared/mediation/case.ts'

/** What somebody owes by an agreement; `until` in ms. The words of a post are handed on and kept nowhere on the way. */
export type AgreedAct =
  | { kind: 'mute'; until: number }
  | { kind: 'truce'; until: number }
  | { kind: 'delete'; statusId: number }
  | { kind: 'warn'; statusId: number; text: string }
  | { kind: 'post'; text: string; answers: number | undefined }

/** Every event and what it carries: ids only, so that a reaction reads what is true when it runs. */
export type Events = {
  accountJoined: { accountId: number }
  /** Somebody sent the form to join; or confirmed their address. */
  signedUp: Record<string, never>
  addressConfirmed: Record<string, never>
  accountRemoved: { accountId: number }
  /** Somebody is about to be hidden; who could see what they wrote is still known. */
  accountVanishing: { accountId: number }
  /** Whole servers (a JSON list) are about to be hidden; `ref` is the decision. */
  serversVanishing: { domains: string; ref: number }
  /** Somebody was suspended; whoever does that tells it in the same transaction. */
  accountSuspended: { accountId: number }
  /** Somebody's suspension is over. */
  accountRestored: { accountId: number }
  /** Somebody cannot log in any more for now; what they wrote stays where it is. */
  accountFrozen: { accountId: number }
  /** Others see less of somebody. */
  accountLimited: { accountId: number }
  /**
   * All that belongs to somebody who was removed is about to be deleted, and is still there; until `until` (ms) nobody
   * may join with their mail address.
   */
  accountPurged: { accountId: number; until: number }
  /** Somebody reported an account; the case may have been there before. */
  reportMade: { reportId: number; caseId: number; targetId: number }
  /** A report is to be sent to the server of the account that it is about. */
  reportForwarded: { reportId: number }
  /** Something was done to an account or a post, and works now; nobody is told of it yet. */
  actionTaken: { actionId: number }
  /** It can be undone no more: people and other servers hear of it from now on. */
  actionSettled: { actionId: number }
  /** It was undone, ended, or was taken back. */
  actionOver: { actionId: number }
  caseDecided: { caseId: number }
  /** While a mediation was in question somebody asked that moderators get it instead; `text` is theirs, kept nowhere on the way. */
  reportAsked: { accountId: number; targetId: number; bundleId: number; text: string }
  appealMade: { appealId: number }
  appealDecided: { appealId: number }
  /** A second person agreed to what needs two. */
  proposalConfirmed: { proposalId: number }
  /** Moderators hid a post, or show it again; or the warning beside it is another. */
  statusHidden: { statusId: number }
  statusShown: { statusId: number }
  statusMarked: { statusId: number; accountId: number }
  /** A post is to be deleted, as moderators decided; `bars` where its pictures may not come again. */
  statusCondemned: { statusId: number; actionId: number; bars: boolean }
  /** A picture that was taken down by an action stands in another post too. */
  pictureTwinFound: { statusId: number; actionId: number }
  /** The operator's scanner named a picture of a post; or it looks like one that was taken down by an action. */
  pictureNamed: { statusId: number }
  pictureAlikeFound: { statusId: number; actionId: number }
  /** Somebody asked for their account to be deleted; it is hidden from now on. */
  accountLeft: { accountId: number }
  /** Somebody who wanted to leave logged in again. */
  accountReturned: { accountId: number }
  accountOpened: { accountId: number }
  /** Somebody let others find their public posts, or does so no longer. */
  indexableChanged: { accountId: number }
  statusPosted: { statusId: number; accountId: number }
  /** A post was edited; `added` are those whom it names since then. */
  statusEdited: { statusId: number; accountId: number; added: number[] }
  /** People elsewhere whom a post names were found after it was posted; `added` are they. */
  namesFound: { statusId: number; accountId: number; added: number[] }
  /** A post is about to be taken away, and everything that hangs on it is still there. */
  statusLeaves: { statusId: number }
  /** The author of a post took it out of another one that quoted it. */
  quoteRevoked: { statusId: number; quotedId: number }
  pollVoted: { pollId: number; statusId: number; accountId: number }
  /** A poll came to its end; `accountId` asked it. */
  pollEnded: { pollId: number; statusId: number; accountId: number }
  /** A page that posts link to was asked what it says about itself. */
  cardFetched: { cardId: number }
  /** The author of a post took the card of its link off. */
  cardTakenOff: { statusId: number }
  /** A post from elsewhere was fetched because somebody looked for it; nobody is told of it. */
  statusFetched: { statusId: number; accountId: number }
  /** Whether a post from elsewhere may quote what it quotes was found out, or taken back. */
  quoteSettled: { statusId: number }
  /** The server of somebody whom a post of ours quotes said whether it may. */
  quoteAnswered: { statusId: number; accountId: number }
  /** Somebody elsewhere asks by an activity (`uri`) whether their post (`quoting`) may quote one of ours. */
  quoteAsked: { uri: string; accountId: number; quotedId: number; quoting: string; allowed: boolean }
  /** People of another server report one of ours, and posts of theirs; `uri` is the activity. */
  flagReceived: { fromId: number; host: string; accountId: number; statusIds: number[]; comment: string; uri: string }
  statusDeleted: { statusId: number; accountId: number }
  /** `boostId` is the boost's own id, `statusId` that of what it boosts, `accountId` who boosts. */
  statusBoosted: { boostId: number; statusId: number; accountId: number }
  /** A boost was taken back, or went with what it boosted. */
  statusUnboosted: { boostId: number; statusId: number; accountId: number }
  statusFavourited: { statusId: number; accountId: number }
  statusUnfavourited: { statusId: number; accountId: number }
  /** A post came into the homes of followers of its author whose follow is newer than `after`. */
  reachedHomes: { statusId: number; accountId: number; after: number }
  /** Somebody was told of something, and it does not wait as a stranger's request. */
  notified: { notificationId: number; accountId: number }
  /** A private conversation of somebody has another last post. */
  conversationMoved: { conversationId: number; accountId: number }
  /** Somebody hears of a stranger from now on; what waited of them still waits. */
  strangerHeard: { accountId: number; senderId: number }
  /** Somebody hears of strangers from now on, and of what waited of them. */
  requestsMerged: { accountId: number }
  /** Somebody read on; `markers` are the places as the API has them. */
  markersMoved: { accountId: number; markers: Markers }
  statusPinned: { statusId: number; accountId: number }
  statusUnpinned: { statusId: number; accountId: number }
  bookmarksChanged: { accountId: number }
  /** An exclusive list holds the target now: their posts are for the list alone. */
  keptFromHome: { accountId: number; targetId: number }
  /** No exclusive list holds the target any more. */
  shownInHome: { accountId: number; targetId: number }
  /** Somebody's filters, their words or posts are others than before. */
  filtersChanged: { accountId: number }
  /** `name` in its normal form. */
  tagFollowed: { accountId: number; name: string }
  tagUnfollowed: { accountId: number; name: string }
  /** Whether a follow brings boosts, and in which languages, is another than before. */
  followChanged: { accountId: number; targetId: number }
  followed: { accountId: number; targetId: number }
  followRequested: { accountId: number; targetId: number }
  /** Somebody elsewhere who follows one of us says so again, since they did not hear an answer. */
  followRepeated: { accountId: number; targetId: number }
  /** Somebody elsewhere asked by an activity (`uri`) to follow one of us, and one of the two blocks the other. */
  followRefused: { accountId: number; targetId: number; uri: string }
  /** `by`: who ended it, where that was not who followed; `uri`: the activity that had begun it, from elsewhere. */
  unfollowed: { accountId: number; targetId: number; by?: number; uri?: string }
  blocked: { accountId: number; targetId: number }
  unblocked: { accountId: number; targetId: number }
  muted: { accountId: number; targetId: number; notifications: boolean }
  /** Something happened in a mediation; who and what it is about is read from the case. */
  mediationMoved: { caseId: number; verb: string; by: Actor; from: MediationState; to: MediationState }
  /** Somebody elsewhere wrote to the address from which mediation invites: kept nowhere, `text` is what they said. */
  mediationAddressed: { accountId: number; text: string; language: string | undefined }
  /** A member is told something; `ref` is the id of what it is about. Given again, the notice is new again. */
  noticeGiven: { accountId: number; kind: NoticeKind; ref: number }
  /** A server was heard from, the first time for a while. */
  peerHeard: { host: string }
  /** Two members stop replying in a conversation, or no longer do; `threadId` is its first post. */
  lockChanged: { threadId: number }
  /** What a member was told is not so any more. */
  noticeTakenBack: { accountId: number; kind: NoticeKind; ref: number }
  /** A member asked for help about a person: these posts are kept for the member, as the bundle of that id. */
  evidenceAsked: { ownerId: number; targetId: number; statusIds: number[]; bundleId: number }
  /** A mail server took a mail, or refused it for good. */
  mailSettled: { mailId: number }
  /** A member carries out by one tap what they signed; each feature does its own kind of it, in its ordinary way. */
  agreedOn: { accountId: number; otherId: number; act: AgreedAct }
  /** The member takes that back, where it can be. */
  agreedNoMore: { accountId: number; otherId: number; act: AgreedAct }
  /** Both sides signed that the conversations of these posts say that they are resolved, or one of them has no more of it. */
  threadsResolved: { statusIds: number[] }
  threadsReopened: { statusIds: number[] }
  /** Which roles somebody holds was changed. */
  rolesChanged: { accountId: number }
  settingsChanged: { names: string[] }
  /** Networks that have no access are others than before. */
  networksChanged: Record<string, never>
  /** An announcement came out, changed, ended or was taken back. */
  announcementMoved: { announcementId: number }
  /** How many reacted to an announcement with this is another number than before. */
  announcementReacted: { announcementId: number; name: string }
  /** The community's own small pictures are others than before. */
  emojisChanged: Record<string, never>
  /**
   * One of those who run the community did something (nobody: the server by itself), which is written down with it.
   * `action` is a kind such as `emoji.add`; `label` names what has no account; no words of members.
   */
  staffActed: {
    accountId: number | undefined
    action: StaffAct
    subject: 'account' | 'status' | 'report' | 'emoji' | 'announcement' | 'block' | 'settings' | 'peer' | 'document'
    subjectId?: number
    label?: string
    detail?: Record<string, string | number | boolean | null>
  }
  /** Those who run the community decided otherwise about a server than before; `before` is whether it was cut off. */
  domainDecided: { domain: string; by: number | undefined; before: boolean; cutOff: boolean }
  /** Somebody of ours moved to another account, whose own page says that it is theirs. */
  accountMoved: { accountId: number; targetId: number }
  /** An account says since now that it is also those at some addresses. */
  namesDeclared: { accountId: number; names: string[] }
  /** Somebody changed what others see of them. */
  profileChanged: { accountId: number }
  /** Somebody's avatar or banner made way for another, or for none. */
  pictureReplaced: { accountId: number; file: string }
}
