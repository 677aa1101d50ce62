import type { Context } from './context.ts'
import { sweepAnswers } from './core/answered/once.ts'
import { DAY, HOUR } from './core/clock.ts'
import type { Workers } from './core/queue/worker.ts'
import { findByAcct } from './features/accounts/find.ts'
import { verifyLinks } from './features/accounts/verify.ts'
import { announcementClock } from './features/announcements/clock.ts'
import { sweepBlocks } from './features/blocks/sweep.ts'
import { fetchCard } from './features/cards/fetch.ts'
import { sweepComplaints } from './features/complaints/complaints.ts'
import { eraseAccount } from './features/departures/erase.ts'
import { sweepEvidence } from './features/evidence/own.ts'
import { dropArchives, makeArchive, sweepArchives } from './features/exports/archive.ts'
import { sweepImports } from './features/imports/begin.ts'
import { runImport } from './features/imports/run.ts'
import { sweepInviters } from './features/invites/sweep.ts'
import { keepInList, putInList } from './features/lists/bring.ts'
import { deliverMail } from './features/mail/deliver.ts'
import { sweepMails } from './features/mail/sweep.ts'
import { clearFiles, sweepMedia } from './features/media/clear.ts'
import { knowPictures } from './features/media/know.ts'
import { deleteFiles } from './features/media/react.ts'
import { findAlike } from './features/media/suspect.ts'
import { mediationClock } from './features/mediation/clock.ts'
import { sendDigest } from './features/mediation/digest.ts'
import { mediationInvite } from './features/mediation/invitation/invite.ts'
import { mediationMail } from './features/mediation/notices.ts'
import { mediationReminder } from './features/mediation/room/carry-out.ts'
import { mediationForget, sweepTexts } from './features/mediation/room/forget.ts'
import { sweepMediation } from './features/mediation/sweep.ts'
import { sweepSteps } from './features/metrics/react.ts'
import { endAction, purgeRemoved } from './features/moderation/decide/clocks.ts'
import { settleDecision } from './features/moderation/decide/settle.ts'
import { sweepModeration } from './features/moderation/sweep.ts'
import { sweepNotices } from './features/notices/sweep.ts'
import { sweepGrants } from './features/oauth/sweep.ts'
import { sweepRegistrations } from './features/onboarding/sweep.ts'
import { panicClock } from './features/panic/turn.ts'
import { sweepPapers } from './features/papers/sweep.ts'
import { sweepThreadMutes } from './features/pauses/mute-thread.ts'
import { closePoll } from './features/polls/close.ts'
import { sendNotice, sendPush } from './features/push/send.ts'
import { block, unblock } from './features/relations/block.ts'
import { follow, unfollow } from './features/relations/follow.ts'
import { mute, sweepMutes, unmute } from './features/relations/mute.ts'
import { enactRules, lapseRules } from './features/rule-changes/enact.ts'
import { mailRules } from './features/rule-changes/mail.ts'
import { indexLeftOver, indexPosts } from './features/search/keep.ts'
import { mailReset } from './features/sessions/ask-reset.ts'
import { sweepSessions } from './features/sessions/sweep.ts'
import { sweepStaffLog } from './features/staff-log/keep.ts'
import { bookmark, unbookmark } from './features/statuses/acts/bookmark.ts'
import { erasePosts } from './features/statuses/erase.ts'
import { findNames } from './features/statuses/names.ts'
import { postScheduled } from './features/statuses/scheduled/post-due.ts'
import { sweepKeys } from './features/statuses/sweep.ts'
import { addToMoreHomes, trimHomes } from './features/timelines/react.ts'
import { countTrends } from './features/trends/count.ts'
import { sweepTruces, truceClock } from './features/truces/clock.ts'
import { sweepWarningWords } from './features/warnings/react.ts'
import { countDisk, countHosts } from './federation/disk/count.ts'
import { pruneDisk, takeRoom, watchDisk } from './federation/disk/prune.ts'
import { resolve } from './federation/net/resolve.ts'
import { sweepPicturesOfOthers } from './federation/pictures/sweep.ts'
import { compareFollowers } from './federation/receive/followers.ts'
import {
  checkQuote,
  fetchParents,
  fetchPost,
  forgetActor,
  refreshActorJob,
  sweepReceived,
} from './federation/receive/jobs.ts'
import { carryOver, followMove } from './federation/receive/move.ts'
import { federate } from './federation/send/expand.ts'
import { mediationNote } from './federation/send/mediation-note.ts'
import { senderOf } from './federation/send/sender.ts'
import { sweepSent } from './federation/send/sweep.ts'
import type { Jobs } from './job-payloads.ts'
import { dropArrival, sweepArrivals } from './peers/arrivals/arrive.ts'
import { runArrival } from './peers/arrivals/run.ts'
import { listPosts } from './peers/decisions/apply.ts'
import { endDecision } from './peers/decisions/decide.ts'
import { serverProposalClock } from './peers/decisions/propose.ts'
import { readDomainLists } from './peers/drafts/drafts.ts'
import { askPeers } from './peers/read.ts'
import { sweepElsewhere } from './peers/sign-in/guest.ts'

/** Every kind of job and its worker. */
export const workers: Workers<Context, Jobs> = {
  deliverMail,
  mailReset,
  enactRules,
  lapseRules,
  mailRules,
  deleteFiles,
  findAlike,
  knowPictures,
  verifyLinks,
  makeArchive,
  dropArchives,
  runImport: runImport({
    find: findByAcct,
    follow,
    mute,
    block,
    bookmark,
    unfollow,
    unmute,
    unblock,
    unbookmark,
    putInList,
    keepInList,
  }),
  eraseAccount: eraseAccount(erasePosts),
  settleDecision,
  endAction,
  purgeRemoved: purgeRemoved(erasePosts),
  clearFiles,
  fetchPost,
  fetchParents,
  findNames: findNames(resolve),
  refreshActor: refreshActorJob,
  forgetActor: forgetActor(erasePosts),
  followMove,
  carryOver,
  checkQuote,
  compareFollowers,
  fetchCard: fetchCard(takeRoom),
  indexPosts,
  truceClock,
  addToHomes: addToMoreHomes,
  trimHomes,
  announcementClock,
  panicClock,
  closePoll,
  postScheduled,
  sendPush,
  sendNotice,
  mediationClock,
  mediationInvite,
  mediationMail,
  mediatorDigest: sendDigest,
  mediationNote,
  mediationReminder,
  mediationForget,
  federate,
  pruneDisk,
  countDisk: { every: DAY, run: countDisk },
  countHosts,
  watchDisk: { every: 6 * HOUR, run: watchDisk },
  deliver: { run: (ctx) => senderOf(ctx).run() },
  runArrival: runArrival(resolve),
  dropArrival,
  listPosts,
  endDecision,
  serverProposalClock,
  askPeers: { every: HOUR, run: askPeers },
  askNewPeers: { run: askPeers },
  readDomainLists: { every: DAY, run: readDomainLists },
  sweep: {
    every: HOUR,
    run(ctx) {
      sweepArrivals(ctx)
      sweepElsewhere(ctx)
      sweepGrants(ctx)
      sweepKeys(ctx)
      sweepAnswers(ctx)
      sweepMutes(ctx)
      sweepThreadMutes(ctx)
      sweepTruces(ctx)
      sweepEvidence(ctx)
      sweepComplaints(ctx)
      sweepMails(ctx)
      sweepMedia(ctx)
      sweepMediation(ctx)
      sweepModeration(ctx)
      sweepNotices(ctx)
      sweepPapers(ctx)
      sweepRegistrations(ctx)
      sweepInviters(ctx)
      indexLeftOver(ctx)
      sweepSessions(ctx)
      sweepSent(ctx)
      sweepPicturesOfOthers(ctx)
      sweepStaffLog(ctx)
      sweepBlocks(ctx)
      sweepSteps(ctx)
      sweepImports(ctx)
      sweepReceived(ctx)
      sweepWarningWords(ctx)
    },
  },
  countTrends: { every: HOUR, run: countTrends },
  sweepArchives: { every: HOUR, run: sweepArchives },
  sweepTexts: { every: DAY, run: sweepTexts },
  rotateAddressKeys: { every: HOUR, run: (ctx) => ctx.addresses.rotate() },
}
