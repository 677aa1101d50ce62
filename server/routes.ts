import { profilePageRoutes } from './features/accounts/page-routes.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { adminAccountRoutes } from './features/admin-accounts/routes.ts'
import { announcementRoutes } from './features/announcements/routes.ts'
import { appRoutes } from './features/apps/routes.ts'
import { blockRoutes } from './features/blocks/routes.ts'
import { collectionRoutes } from './features/collections/routes.ts'
import { complaintRoutes } from './features/complaints/routes.ts'
import { conversationRoutes } from './features/conversations/routes.ts'
import { departureRoutes } from './features/departures/routes.ts'
import { directoryRoutes } from './features/directory/routes.ts'
import { discoveryRoutes } from './features/discovery/routes.ts'
import { emojiRoutes } from './features/emojis/routes.ts'
import { evidenceRoutes } from './features/evidence/routes.ts'
import { exportRoutes } from './features/exports/routes.ts'
import { featuredRoutes } from './features/featured/routes.ts'
import { filterRoutes } from './features/filters/routes.ts'
import { healthRoutes } from './features/health/routes.ts'
import { importRoutes } from './features/imports/routes.ts'
import { mastodonInstanceRoutes } from './features/instance/mastodon-routes.ts'
import { apiDescriptionRoutes, instanceRoutes } from './features/instance/routes.ts'
import { webManifestRoutes } from './features/instance/web-manifest.ts'
import { inviteRoutes } from './features/invites/routes.ts'
import { listRoutes } from './features/lists/routes.ts'
import { mailRoutes } from './features/mail/routes.ts'
import { tryMail } from './features/mail/try-out.ts'
import { markerRoutes } from './features/markers/routes.ts'
import { measureRoutes } from './features/measures/routes.ts'
import { mediaRoutes } from './features/media/routes.ts'
import { mediationRoutes } from './features/mediation/routes.ts'
import { metricRoutes } from './features/metrics/routes.ts'
import { claim, release } from './features/moderation/cases/claim.ts'
import { joinCase } from './features/moderation/cases/join.ts'
import { decide } from './features/moderation/decide/decide.ts'
import { reopen } from './features/moderation/decide/reopen.ts'
import { lift } from './features/moderation/decide/review.ts'
import { decisionRoutes, mockedRoutes, outsideRoutes, reportRoutes } from './features/moderation/own-routes.ts'
import { changeReport } from './features/moderation/reports/change.ts'
import { openSaid } from './features/moderation/reports/content.ts'
import { moderationRoutes } from './features/moderation/routes.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { notificationRoutes } from './features/notifications/routes.ts'
import { secondNotificationRoutes } from './features/notifications/second-routes.ts'
import { oauthRoutes } from './features/oauth/routes.ts'
import { onboardingRoutes } from './features/onboarding/routes.ts'
import { panicRoutes } from './features/panic/routes.ts'
import { paperRoutes } from './features/papers/routes.ts'
import { pauseRoutes } from './features/pauses/routes.ts'
import { approve, refuse } from './features/people/decide.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { pollRoutes } from './features/polls/routes.ts'
import { preferenceRoutes } from './features/preferences/routes.ts'
import { pushRoutes } from './features/push/routes.ts'
import { block } from './features/relations/block.ts'
import { domainBlockRoutes } from './features/relations/domains/routes.ts'
import { extendRoutes } from './features/relations/extend/routes.ts'
import { mute } from './features/relations/mute.ts'
import { relationRoutes } from './features/relations/routes.ts'
import { roleRoutes } from './features/roles/routes.ts'
import { ruleChangeRoutes } from './features/rule-changes/routes.ts'
import { rulePageRoutes } from './features/rules/page-routes.ts'
import { ruleRoutes } from './features/rules/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { authenticate } from './features/sessions/authenticate.ts'
import { logIn, logInBySecond } from './features/sessions/log-in.ts'
import { logOutAll } from './features/sessions/revoke-all.ts'
import { sessionRoutes } from './features/sessions/routes.ts'
import { proof, prove } from './features/sessions/second/prove.ts'
import { sessionCookie, startSession } from './features/sessions/start.ts'
import { settingsRoutes } from './features/settings/routes.ts'
import { setupRoutes } from './features/setup/routes.ts'
import { staffLogRoutes } from './features/staff-log/routes.ts'
import { actRoutes } from './features/statuses/acts/routes.ts'
import { statusPageRoutes } from './features/statuses/page-routes.ts'
import { statusRoutes } from './features/statuses/routes.ts'
import { streamingRoutes } from './features/streaming/routes.ts'
import { tagRoutes } from './features/tags/routes.ts'
import { timelinePageRoutes } from './features/timelines/page-routes.ts'
import { timelineRoutes } from './features/timelines/routes.ts'
import { transparencyRoutes } from './features/transparency/routes.ts'
import { trendRoutes } from './features/trends/routes.ts'
import { trialRoutes } from './features/trials/routes.ts'
import { truceRoutes } from './features/truces/routes.ts'
import { warningRoutes } from './features/warnings/routes.ts'
import { welcomeRoutes } from './features/welcome/routes.ts'
import { actorUri } from './federation/addresses.ts'
import { diskRoutes } from './federation/disk/routes.ts'
import { documentRoutes } from './federation/documents/routes.ts'
import { resolve } from './federation/net/resolve.ts'
import { refreshActor } from './federation/net/resolve-actor.ts'
import { whoAsks } from './federation/receive/who-asks.ts'
import { fetchRoutes } from './federation/routes.ts'
import { deliveryRoutes } from './federation/send/routes.ts'
import type { Route } from './http/route.ts'
import { adminPeerRoutes } from './peers/admin-routes.ts'
import { answersElsewhere } from './peers/context.ts'
import { elsewhereRoutes } from './peers/elsewhere-routes.ts'
import { peerRoutes } from './peers/routes.ts'

const doors: readonly Route[] = [
  ...appRoutes,
  ...discoveryRoutes,
  ...documentRoutes(whoAsks),
  ...deliveryRoutes,
  ...diskRoutes,
  ...healthRoutes,
  ...oauthRoutes({ byPassword: logIn, bySecond: logInBySecond }),
  ...trialRoutes,
  ...relationRoutes,
  ...domainBlockRoutes,
  ...extendRoutes,
  ...trendRoutes,
  ...truceRoutes,
  ...searchRoutes(resolve),
  ...fetchRoutes(answersElsewhere),
  ...directoryRoutes,
  ...accountRoutes,
  ...statusRoutes,
  ...actRoutes,
  ...pollRoutes,
  ...pauseRoutes,
  ...featuredRoutes,
  ...filterRoutes,
  ...listRoutes,
  ...tagRoutes,
  ...timelineRoutes,
  ...conversationRoutes,
  ...streamingRoutes(authenticate),
  ...secondNotificationRoutes,
  ...notificationRoutes,
  ...noticeRoutes,
  ...pushRoutes,
  ...evidenceRoutes,
  ...mediaRoutes,
  ...mediationRoutes,
  ...reportRoutes({ block, mute }),
  ...mockedRoutes,
  ...decisionRoutes,
  ...outsideRoutes,
  ...moderationRoutes,
  ...markerRoutes,
  ...preferenceRoutes,
  ...emojiRoutes,
  ...announcementRoutes,
  ...collectionRoutes,
  ...blockRoutes,
  ...adminAccountRoutes({
    decide,
    lift,
    openCase: joinCase,
    approve,
    refuse,
    claim,
    release,
    reopen,
    change: changeReport,
    openWords: openSaid,
  }),
  ...roleRoutes,
  ...staffLogRoutes,
  ...complaintRoutes,
  ...transparencyRoutes,
  ...metricRoutes,
  ...measureRoutes,
  ...paperRoutes,
  ...panicRoutes(logOutAll),
  ...mastodonInstanceRoutes,
  ...profilePageRoutes,
  ...statusPageRoutes,
  ...timelinePageRoutes,
  ...sessionRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...departureRoutes({ proof, prove, loggedOut: sessionCookie }),
  ...onboardingRoutes(startSession),
  ...inviteRoutes,
  ...rulePageRoutes,
  ...ruleRoutes,
  ...ruleChangeRoutes,
  ...warningRoutes,
  ...welcomeRoutes,
  ...instanceRoutes,
  ...webManifestRoutes,
  ...settingsRoutes,
  ...peopleRoutes,
  ...setupRoutes({ startSession, tryMail }),
  ...mailRoutes,
  ...peerRoutes,
  ...adminPeerRoutes,
  ...elsewhereRoutes({ resolve, actorUri, refresh: refreshActor }),
]

/** Every door of the server, one list a feature. */
export const routes: readonly Route[] = [...doors, ...apiDescriptionRoutes(doors)]
