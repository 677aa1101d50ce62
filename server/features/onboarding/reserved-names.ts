/** Names that would be taken for the community itself, for those who run it, or for a page. */
export const reservedNames: ReadonlySet<string> = new Set(
  `about abuse account accounts actor admin administrator administration admins all alert alerts announce announcement
  announcements anonymous api app apps assets auth authorize billing blog bot calendar channel channels client
  collective collectives comments community confirm contact coordinator coordinators css deleted dev developer
  developers docs domain download edit email emails error errors everybody everyone example explore favicon federation
  feed feeds file files follow followers following forgot forum guest guidelines guests health healthz help here
  home host hosting hostmaster htaccess html icon image images inbox info instance instances internal invite invites
  ipfs jobs join js language legal list lists live local login logout lost mail mailer mailer_daemon maintainer manifest
  mastodon me media mediate mediation mediator mediators member members mention mentions message messages meta metrics
  mod moderation moderator moderators mods my news newsletter nobody node nodeinfo nobody notice noreply no_reply
  notification notifications null oauth official operator operators ops outbox owner owners page pages password people
  policies policy post postmaster posts press privacy private profile profiles public queue register registration
  registrations relay relays report reports requests reset robots root rule rules search secure security service
  services session sessions settings setup share signin signup site sitemap ssladmin sso staff static stats status
  statuses steward stewards stream streaming style support sw sysadmin sysop system tag tags team teams terms test
  timeline timelines token tokens undefined unknown upload uploads user username users verify visitor visitors void web
  webmaster welcome well_known widget wiki write www you`
    .split(/\s+/)
    .filter(Boolean),
)
