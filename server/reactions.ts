import type { Context } from './context.ts'
import type { Reactions } from './core/transact.ts'
import type { Events } from './events.ts'
import { forgetAccounts } from './features/accounts/present.ts'
import { askToVerify } from './features/accounts/verify.ts'
import { forgetShutNetworks } from './features/blocks/access.ts'
import { barAddress } from './features/blocks/react.ts'
import { setCard } from './features/cards/react.ts'
import { dropComplaintsOf } from './features/complaints/react.ts'
import { keepInConversations, keepInConversationsAnew, keepInOwnConversations } from './features/conversations/keep.ts'
import { comeBack } from './features/departures/leave.ts'
import { forgetEmojis } from './features/emojis/present.ts'
import { sealEvidence } from './features/evidence/keep.ts'
import { dropArchivesOf } from './features/exports/archive.ts'
import { forgetFilters } from './features/filters/present.ts'
import { addBoostToLists, addToLists, leaveLists } from './features/lists/react.ts'
import {
  barCondemned,
  dropPicturesOfPost,
  dropPicturesOfRemoved,
  dropReplacedPicture,
  unbarReturned,
} from './features/media/react.ts'
import { suspectPictures } from './features/media/suspect.ts'
import { countMove } from './features/mediation/figures/figures.ts'
import { endCasesOf, forgetMember, stepBackWithoutRole } from './features/mediation/gone.ts'
import { closeWayIn } from './features/mediation/guests/way-in.ts'
import { takeWord } from './features/mediation/guests/words.ts'
import { carryOn, forgetUnsent } from './features/mediation/react.ts'
import { followAgreement } from './features/mediation/room/carry-out.ts'
import { forgetTexts } from './features/mediation/room/forget.ts'
import { eraseAtEnd } from './features/mediation/room/words.ts'
import { tellCoordinators } from './features/mediation/team.ts'
import { tellOfMove } from './features/mediation/tell.ts'
import { countConfirmed, countFirstPost, countJoined, countSignUp } from './features/metrics/react.ts'
import { hideAlike, hideNamed, hideTwin } from './features/moderation/decide/twins.ts'
import { giveWay, keepAsked, keepFlag } from './features/moderation/react.ts'
import { dropNotice, keepNotice } from './features/notices/react.ts'
import {
  forgetBoost,
  forgetEachOther,
  forgetFavourite,
  forgetFollow,
  forgetMuted,
  notifyAsked,
  notifyBell,
  notifyBoosted,
  notifyEdited,
  notifyFavourited,
  notifyFollowed,
  notifyMentioned,
  notifyPollEnded,
  notifyQuoted,
} from './features/notifications/react.ts'
import { forgetWarned, notifyWarned } from './features/notifications/warned.ts'
import { watchProvider } from './features/onboarding/mail-answers.ts'
import { pushNotice, pushNotification } from './features/push/react.ts'
import { revokeBetween } from './features/quotes/react.ts'
import { muteAsAgreed, unmuteAsAgreed } from './features/relations/agreed.ts'
import { extendOnBlock, extendToDeclared, extendToFound } from './features/relations/extend/extend.ts'
import { acceptAll } from './features/relations/requests.ts'
import { indexAgain, indexAnew, indexSoon } from './features/search/keep.ts'
import { revokeLeft } from './features/sessions/revoke.ts'
import { keepStaffAct } from './features/staff-log/keep.ts'
import { deleteAsAgreed, postAsAgreed, warnAsAgreed } from './features/statuses/agreed.ts'
import { eraseCondemned } from './features/statuses/erase.ts'
import { forgetAllStatuses, forgetBoosted, forgetCard, forgetStatus } from './features/statuses/lasting.ts'
import { findNamesSoon } from './features/statuses/names.ts'
import { streamAnnouncement, streamReaction } from './features/streaming/announcements.ts'
import {
  streamConversation,
  streamFilters,
  streamFollow,
  streamMarkers,
  streamMerged,
  streamNotification,
} from './features/streaming/own.ts'
import {
  noteAllLeaving,
  noteLeaving,
  noteServersLeaving,
  streamAllLeft,
  streamBoost,
  streamEdit,
  streamLater,
  streamLeft,
  streamPost,
  streamServersLeft,
} from './features/streaming/posts.ts'
import { markResolved, unmarkResolved } from './features/thread-marks/react.ts'
import {
  addBoostToHomes,
  addToHomes,
  fillHome,
  fillHomeByTag,
  leaveBothHomes,
  leaveHome,
  leaveHomeByTag,
} from './features/timelines/react.ts'
import { endAsAgreed, holdAsAgreed } from './features/truces/agreed.ts'
import { hideOffersOf, takeOffersBack } from './features/truces/react.ts'
import { keepWarningWords, keepWarningWordsAnew } from './features/warnings/react.ts'
import { noteFirstReply } from './features/welcome/react.ts'
import { beginCarryOver } from './federation/receive/move.ts'
import {
  sendBoost,
  sendEdit,
  sendGone,
  sendLeft,
  sendLock,
  sendNamed,
  sendPin,
  sendPost,
  sendProfile,
  sendUnpin,
  sendVotes,
} from './federation/send/react.ts'
import {
  askToQuote,
  sendLike,
  sendQuoteAnswer,
  sendRevoked,
  sendUnlike,
  sendVote,
} from './federation/send/react-acts.ts'
import {
  sendAccept,
  sendBlock,
  sendFollow,
  sendMove,
  sendRefusal,
  sendUnblock,
  sendUnfollow,
} from './federation/send/react-people.ts'
import { sendFlag } from './federation/send/react-reports.ts'
import { goOn } from './federation/send/settle.ts'

/** Who reacts to what: `during` stands or falls with the event, `after` once it is committed. */
export const reactions: Reactions<Context, Events> = {
  accountRemoved: {
    during: [
      dropArchivesOf,
      dropComplaintsOf,
      dropPicturesOfRemoved,
      forgetMember,
      indexSoon,
      sendLeft,
      noteAllLeaving,
    ],
    after: [forgetAllStatuses, streamAllLeft],
  },
  profileChanged: { during: [askToVerify, sendProfile] },
  pictureReplaced: { during: [dropReplacedPicture] },
  accountFrozen: { during: [revokeLeft] },
  accountVanishing: { during: [noteAllLeaving], after: [streamAllLeft] },
  serversVanishing: { during: [noteServersLeaving], after: [streamServersLeft] },
  accountSuspended: { during: [revokeLeft, endCasesOf, sendProfile] },
  accountRestored: { during: [sendProfile] },
  accountLeft: { during: [revokeLeft] },
  accountReturned: { during: [comeBack, sendProfile] },
  accountOpened: { during: [acceptAll] },
  statusDeleted: { during: [dropPicturesOfPost, indexSoon], after: [forgetStatus] },
  statusEdited: {
    during: [
      giveWay,
      keepWarningWordsAnew,
      notifyEdited,
      setCard,
      indexAgain,
      sendEdit,
      findNamesSoon,
      suspectPictures,
    ],
    after: [forgetStatus, streamEdit],
  },
  namesFound: { during: [keepInConversationsAnew, sendNamed], after: [forgetStatus, streamEdit] },
  cardFetched: { after: [forgetCard] },
  cardTakenOff: { after: [forgetStatus, streamEdit] },
  statusHidden: { during: [noteLeaving], after: [forgetStatus, streamLeft] },
  statusShown: { after: [forgetStatus] },
  peerHeard: { during: [goOn] },
  lockChanged: { during: [sendLock] },
  statusMarked: { during: [sendEdit], after: [forgetStatus, streamEdit] },
  pictureTwinFound: { during: [hideTwin] },
  pictureNamed: { during: [hideNamed] },
  pictureAlikeFound: { during: [hideAlike] },
  statusCondemned: { during: [barCondemned, eraseCondemned] },
  reportForwarded: { during: [sendFlag] },
  flagReceived: { during: [keepFlag] },
  reportAsked: { during: [keepAsked] },
  indexableChanged: { during: [indexAnew] },
  pollEnded: { during: [notifyPollEnded, sendEdit] },
  statusPosted: {
    during: [
      addToHomes,
      addToLists,
      keepInConversations,
      notifyMentioned,
      notifyQuoted,
      notifyBell,
      keepWarningWords,
      noteFirstReply,
      countFirstPost,
      setCard,
      indexSoon,
      sendPost,
      askToQuote,
      findNamesSoon,
      suspectPictures,
    ],
    after: [streamPost],
  },
  statusLeaves: { during: [noteLeaving, sendGone], after: [streamLeft] },
  statusFetched: { during: [setCard, indexSoon] },
  quoteSettled: { after: [forgetStatus] },
  quoteAnswered: { during: [sendEdit], after: [forgetStatus, streamEdit] },
  reachedHomes: { after: [streamLater] },
  notified: { during: [pushNotification], after: [streamNotification] },
  conversationMoved: { after: [streamConversation] },
  strangerHeard: { during: [keepInOwnConversations] },
  requestsMerged: { after: [streamMerged] },
  markersMoved: { after: [streamMarkers] },
  statusBoosted: {
    during: [addBoostToHomes, addBoostToLists, notifyBoosted, indexSoon, sendBoost],
    after: [streamBoost],
  },
  statusUnboosted: { during: [forgetBoost, indexSoon], after: [forgetBoosted] },
  statusFavourited: { during: [notifyFavourited, indexSoon, sendLike] },
  bookmarksChanged: { during: [indexSoon] },
  statusUnfavourited: { during: [forgetFavourite, indexSoon, sendUnlike] },
  followed: { during: [fillHome, notifyFollowed, sendAccept], after: [streamFollow] },
  followRequested: { during: [notifyAsked, sendFollow] },
  blocked: {
    during: [revokeBetween, leaveBothHomes, forgetEachOther, hideOffersOf, takeOffersBack, sendBlock, extendOnBlock],
  },
  followChanged: { during: [leaveHome, fillHome] },
  unfollowed: { during: [leaveHome, leaveLists, forgetFollow, sendUnfollow] },
  keptFromHome: { during: [leaveHome] },
  shownInHome: { during: [fillHome] },
  tagFollowed: { during: [fillHomeByTag] },
  filtersChanged: { after: [forgetFilters, streamFilters] },
  tagUnfollowed: { during: [leaveHomeByTag] },
  muted: { during: [forgetMuted, hideOffersOf] },
  evidenceAsked: { during: [sealEvidence] },
  mailSettled: { during: [watchProvider] },
  mediationMoved: {
    during: [carryOn, tellOfMove, tellCoordinators, countMove, forgetTexts, followAgreement, closeWayIn],
    after: [eraseAtEnd, forgetUnsent],
  },
  mediationAddressed: { during: [takeWord] },
  agreedOn: { during: [muteAsAgreed, holdAsAgreed, deleteAsAgreed, warnAsAgreed, postAsAgreed] },
  agreedNoMore: { during: [unmuteAsAgreed, endAsAgreed] },
  threadsResolved: { during: [markResolved] },
  threadsReopened: { during: [unmarkResolved] },
  rolesChanged: { during: [stepBackWithoutRole] },
  accountJoined: { during: [countJoined] },
  signedUp: { during: [countSignUp] },
  addressConfirmed: { during: [countConfirmed] },
  accountPurged: { during: [barAddress] },
  networksChanged: { after: [forgetShutNetworks] },
  announcementMoved: { after: [streamAnnouncement] },
  announcementReacted: { after: [streamReaction] },
  emojisChanged: { after: [forgetEmojis, forgetAccounts, forgetAllStatuses] },
  staffActed: { during: [keepStaffAct] },
  actionSettled: { during: [notifyWarned, extendToFound] },
  namesDeclared: { during: [extendToDeclared] },
  actionOver: { during: [forgetWarned, unbarReturned] },
  noticeGiven: { during: [keepNotice, pushNotice] },
  pollVoted: { during: [sendVotes, sendVote] },
  unblocked: { during: [sendUnblock] },
  statusPinned: { during: [sendPin] },
  statusUnpinned: { during: [sendUnpin] },
  accountMoved: { during: [sendMove, beginCarryOver] },
  followRepeated: { during: [sendAccept] },
  followRefused: { during: [sendRefusal] },
  quoteAsked: { during: [sendQuoteAnswer] },
  quoteRevoked: { during: [sendRevoked], after: [forgetStatus, streamEdit] },
  noticeTakenBack: { during: [dropNotice] },
}
