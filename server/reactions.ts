import type { Context } from './context.ts'
import type { Reactions } from './core/transact.ts'
import type { Events } from './events.ts'
import { sealEvidence } from './features/evidence/keep.ts'
import { dropAvatarOfRemoved, dropReplacedAvatar } from './features/media/react.ts'
import { dropNotice, keepNotice } from './features/notices/react.ts'
import {
  forgetEachOther,
  forgetFollow,
  forgetMuted,
  notifyAsked,
  notifyFollowed,
  notifyMentioned,
} from './features/notifications/react.ts'
import { acceptAll } from './features/relations/requests.ts'
import { forgetAllStatuses, forgetStatus } from './features/statuses/lasting.ts'
import { addToHomes, fillHome, leaveBothHomes, leaveHome } from './features/timelines/react.ts'
import { hideOffersOf, takeOffersBack } from './features/truces/react.ts'
import { keepWarningWords } from './features/warnings/react.ts'

/** Who reacts to what: `during` stands or falls with the event, `after` once it is committed. */
export const reactions: Reactions<Context, Events> = {
  accountRemoved: { during: [dropAvatarOfRemoved], after: [forgetAllStatuses] },
  avatarReplaced: { during: [dropReplacedAvatar] },
  accountOpened: { during: [acceptAll] },
  statusPosted: { during: [addToHomes, notifyMentioned, keepWarningWords] },
  statusDeleted: { after: [forgetStatus] },
  followed: { during: [fillHome, notifyFollowed] },
  followRequested: { during: [notifyAsked] },
  unfollowed: { during: [leaveHome, forgetFollow] },
  blocked: { during: [leaveBothHomes, forgetEachOther, hideOffersOf, takeOffersBack] },
  muted: { during: [forgetMuted, hideOffersOf] },
  noticeGiven: { during: [keepNotice] },
  evidenceAsked: { during: [sealEvidence] },
  noticeTakenBack: { during: [dropNotice] },
}
