import type { TextClass } from '../shared/mediation/retention.ts'

/** Every kind of job and its payload; the workers stand in jobs.ts. */
export type Jobs = {
  deliverMail: { mailId: number }
  /** The fingerprint of the address, in base64; whether anybody has it is only looked up by the job. */
  mailReset: { emailHash: string }
  /** `announcedAt`: a version that was withdrawn and announced again is another announcement. */
  enactRules: { version: number; announcedAt: number }
  lapseRules: { version: number }
  mailRules: { version: number; announcedAt: number; after: number }
  /** Fetches a post that was only named, and puts the boost that named it. */
  fetchPost: {
    uri: string
    boost?: { accountId: number; uri: string; visibility: 'public' | 'unlisted' | 'private' }
  }
  /** Fetches what a post from elsewhere answers. */
  fetchParents: { statusId: number }
  /** Asks other servers whom a post of ours names that nobody here knows yet; `again` if once more after that. */
  findNames: { statusId: number; again: boolean }
  refreshActor: { uri: string }
  /** Deletes what is left of somebody elsewhere who is gone. */
  forgetActor: { accountId: number }
  /** Looks whether somebody elsewhere moved, and has those of us who follow them follow there. */
  followMove: { accountId: number; uri: string; target: string }
  /** Carries some of what stands between our people and an account over to the one that it moved to. */
  carryOver: { accountId: number; targetId: number; what: 'blocks' | 'mutes' | 'follows' | 'notes'; after: number }
  /** Compares who of us follows somebody elsewhere with their server's own list of them, of which it spoke last. */
  compareFollowers: { accountId: number }
  /** Looks whether a post from elsewhere may quote what it quotes. */
  checkQuote: { statusId: number }
  addToHomes: { statusId: number; accountId: number; afterFollowId: number }
  trimHomes: Record<string, never>
  closePoll: { pollId: number }
  /** Posts what waited for its time, unless it was put to another one since. */
  postScheduled: { scheduledId: number; at: number }
  /** An offer or agreement of two people at the end of its time. */
  truceClock: { truceId: number; at: number }
  deleteFiles: { files: string[] }
  /** Works out by what pictures from before are found again. */
  knowPictures: Record<string, never>
  /** Looks among the pictures that are here for those that look like one taken down by an action, from `after` on. */
  findAlike: { actionId: number; after: number }
  runImport: { importId: number }
  makeArchive: { archiveId: number }
  dropArchives: { files: string[] }
  /** Deletes what is left of somebody who did not come back by then. */
  eraseAccount: { accountId: number; endsAt: number }
  /** Looks whether the pages in somebody's profile link back to it. */
  verifyLinks: { accountId: number }
  /** Files whose pictures are gone, as a table of the database has them. */
  clearFiles: Record<string, never>
  /** Asks a page that posts link to what it says about itself. */
  fetchCard: { cardId: number }
  /** Asks servers what they are that were not asked for long. */
  askPeers: Record<string, never>
  /** The same, since a member looks at servers that were never asked. */
  askNewPeers: Record<string, never>
  /** Takes a server's posts off public timelines, or puts them back; `after` is the last of its people that was seen to. */
  listPosts: { domain: string; after: number }
  /** Brings somebody's old account along, a few things at a time; `again`: what could not be found before. */
  runArrival: { arrivalId: number; again?: boolean }
  /** Forgets one that nobody took up again. */
  dropArrival: { arrivalId: number }
  /** A decision about a server at the end of its time. */
  endDecision: { decisionId: number; endsAt: number }
  serverProposalClock: { proposalId: number }
  /** Looks whether lists of others' decisions have something new. */
  readDomainLists: Record<string, never>
  /** Brings the index of posts up to what has changed. */
  indexPosts: Record<string, never>
  /** What a mediation's clock does next, unless something happened since `version`. */
  mediationClock: { caseId: number; version: number }
  /** Destroys the keys of some classes of a mediation's texts. */
  mediationForget: { caseId: number; classes: TextClass[] }
  /** Whether an invitation may reach who it is for is found out here and nowhere else. */
  mediationInvite: { caseId: number }
  /** The day on which two people agreed to look at something again, unless they agreed on other words since. */
  mediationReminder: { caseId: number; version: number }
  /** A mail that something waits; `who` is a sealed account id. */
  mediationMail: { who: string }
  /** One mail of all that waits for a mediator; `who` is a sealed account id. */
  mediatorDigest: { who: string }
  /** The one message to somebody of another server; `sealed` is to whom and with which way in. */
  mediationNote: { sealed: string }
  /** Tells one device of a notification; `late` once the quiet hours of its owner are over. */
  sendPush: { subscriptionId: number; notificationId: number; late: boolean }
  /** Tells somebody's browsers that the community has something for them; `who` is a sealed account id. */
  sendNotice: { who: string }
  /** A switch for bad hours goes back by itself. */
  panicClock: { switchId: number; at: number }
  /** An announcement comes out, or is over, at this time unless it was changed. */
  announcementClock: { announcementId: number; at: number }
  /** Tells other servers of what happened here. */
  federate:
    | { what: 'posted' | 'edited'; statusId: number }
    | { what: 'named'; statusId: number; added: number[] }
    | { what: 'profile'; accountId: number }
  /** Takes away posts of elsewhere that nobody here touched, while the disk holds more than it may. */
  pruneDisk: { after: number; age?: number }
  countDisk: Record<string, never>
  /** Goes on counting what each server uses. */
  countHosts: { host: string; after: number; people: number; posts: number }
  watchDisk: Record<string, never>
  /** Sends what is due to other servers. */
  deliver: Record<string, never>
  /** A decision at the end of the time in which it can be undone, unless that began anew. */
  settleDecision: { caseId: number; at: number }
  /** Something that was done for a time only, at its end. */
  endAction: { actionId: number; at: number }
  /** Deletes what is left of an account that was removed, unless an appeal is open. */
  purgeRemoved: { actionId: number; at: number }
  /** Counts anew what is used a lot here. */
  countTrends: Record<string, never>
  sweep: Record<string, never>
  /** Takes away sealed texts that no mediation refers to any more. */
  sweepTexts: Record<string, never>
  /** Takes away files of posts whose time is over. */
  sweepArchives: Record<string, never>
  rotateAddressKeys: Record<string, never>
}
