import { Navigate, Route, Router, type RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, lazy, Match, onMount, Suspense, Switch } from 'solid-js'
import { Broken } from './features/shell/broken.tsx'
import {
  MembersOnly,
  PartiesOnly,
  PeopleOnly,
  PublishersOnly,
  ReportsOnly,
  SettingsOnly,
  TopicsOnly,
} from './features/shell/guards.tsx'
import { Standing } from './features/shell/standing.tsx'
import { page } from './lib/page-of.ts'
import { patiently } from './lib/patiently.ts'
import { session, startSession } from './session/session.ts'
import { LiveRegions } from './ui/live.tsx'
import { Toasts } from './ui/toast.tsx'

const About = page(() => import('./pages/about.tsx'))
const Shell = lazy(() =>
  patiently(() => import('./features/shell/shell.tsx')).then((file) => ({ default: file.Shell })),
)

/** Where `:handle` stands, only `@name` is meant. */
const HANDLE = { handle: /^@[^/]+$/ }

/** Where it is listed what came of a post: who boosted it, who liked it, what quotes it. */
const DOERS = { ...HANDLE, which: /^(boosts|likes|quotes)$/ }

/** Where a case's id stands, only digits are meant. */
const CASE = { id: /^\d+$/ }

/** The route table: an address, and the page that answers it. */
export function App() {
  return (
    <Router root={Root} scrollRestoration>
      <Route path="/" component={Front} />
      <Route path="/about" component={About} />
      <Route path="/join" component={page(() => import('./pages/join/rules.tsx'))} />
      <Route path="/join/account" component={page(() => import('./pages/join/account.tsx'))} />
      <Route path="/join/confirm" component={page(() => import('./pages/join/confirm.tsx'))} />
      <Route path="/confirm" component={page(() => import('./pages/confirm.tsx'))} />
      <Route path="/login" component={page(() => import('./pages/login.tsx'))} />
      <Route path="/forgot" component={page(() => import('./pages/forgot.tsx'))} />
      <Route path="/elsewhere" component={page(() => import('./pages/elsewhere.tsx'))} />
      <Route path={['/guest', '/guest/ask']} component={page(() => import('./pages/guest.tsx'))} />
      <Route path="/left" component={page(() => import('./pages/left.tsx'))} />
      <Route path="/address" component={page(() => import('./pages/address.tsx'))} />
      <Route path="/appeal" component={page(() => import('./pages/appeal.tsx'))} />
      <Route path="/takedown" component={page(() => import('./pages/takedown.tsx'))} />
      <Route path="/reset" component={page(() => import('./pages/reset.tsx'))} />
      <Route path="/setup" component={page(() => import('./pages/setup.tsx'))} />
      <Route path="/welcome" component={page(() => import('./pages/welcome.tsx'))} />
      <Route path="/rules" component={() => <Navigate href="/about#rules" />} />
      <Route path="/rules/accept" component={page(() => import('./pages/rules/accept.tsx'))} />
      <Route path="/rules/leave" component={page(() => import('./pages/rules/leave.tsx'))} />
      <Route path="/rules/history" component={page(() => import('./pages/rules/history.tsx'))} />
      <Route path="/rules/history/:a/:b" component={page(() => import('./pages/rules/diff.tsx'))} />
      <Route path="/rules/:version" component={page(() => import('./pages/rules/version.tsx'))} />
      <Route component={PartiesOnly}>
        <Route path="/mediation/new" component={page(() => import('./pages/mediation/new.tsx'))} />
        <Route path="/mediation/invitations/:id" component={page(() => import('./pages/mediation/invitation.tsx'))} />
        <Route path="/mediation/:id" matchFilters={CASE} component={page(() => import('./pages/mediation/case.tsx'))} />
      </Route>
      <Route component={Shell}>
        <Route path="/help/disagreements" component={page(() => import('./pages/mediation/help.tsx'))} />
        <Route component={PartiesOnly}>
          <Route path="/mediation" component={page(() => import('./pages/mediation/cases.tsx'))} />
          <Route path="/mediation/desk" component={page(() => import('./pages/mediation/desk.tsx'))} />
          <Route path="/mediation/triage" component={page(() => import('./pages/mediation/triage.tsx'))} />
          <Route path="/mediation/complaints" component={page(() => import('./pages/mediation/complaints.tsx'))} />
          <Route path="/mediation/exceptions" component={page(() => import('./pages/mediation/exceptions.tsx'))} />
          <Route path="/mediation/reports" component={page(() => import('./pages/mediation/reports.tsx'))} />
          <Route path="/report" component={page(() => import('./pages/reports/new.tsx'))} />
          <Route path="/reports" component={page(() => import('./pages/reports/all.tsx'))} />
          <Route path="/reports/:id" component={page(() => import('./pages/reports/one.tsx'))} />
          <Route path="/decisions" component={page(() => import('./pages/reports/decisions.tsx'))} />
          <Route path="/decisions/:id" component={page(() => import('./pages/reports/decision.tsx'))} />
          <Route path="/settings/mediation" component={page(() => import('./pages/settings/mediation.tsx'))} />
        </Route>
        <Route path="/transparency" component={page(() => import('./pages/transparency.tsx'))} />
        <Route path="/papers" component={page(() => import('./pages/papers.tsx'))} />
        <Route path="/local" component={page(() => import('./pages/local.tsx'))} />
        <Route path="/peers" component={page(() => import('./pages/peers.tsx'))} />
        <Route path="/peers/:domain" component={page(() => import('./pages/peer.tsx'))} />
        <Route path="/tags/:tag" component={page(() => import('./pages/tag.tsx'))} />
        <Route path="/:handle" matchFilters={HANDLE} component={page(() => import('./pages/profile.tsx'))} />
        <Route
          path="/:handle/followers"
          matchFilters={HANDLE}
          component={page(() => import('./pages/connections.tsx'))}
        />
        <Route
          path="/:handle/following"
          matchFilters={HANDLE}
          component={page(() => import('./pages/connections.tsx'))}
        />
        <Route path="/:handle/:id" matchFilters={HANDLE} component={page(() => import('./pages/thread.tsx'))} />
        <Route path="/:handle/:id/:which" matchFilters={DOERS} component={page(() => import('./pages/doers.tsx'))} />
        <Route component={MembersOnly}>
          <Route path="/home" component={page(() => import('./pages/home.tsx'))} />
          <Route path="/remote" component={page(() => import('./pages/remote.tsx'))} />
          <Route path="/public" component={page(() => import('./pages/public.tsx'))} />
          <Route path="/first-steps" component={page(() => import('./pages/first-steps.tsx'))} />
          <Route path="/lists" component={page(() => import('./pages/lists/all.tsx'))} />
          <Route path="/lists/:id" component={page(() => import('./pages/lists/list.tsx'))} />
          <Route path="/lists/:id/edit" component={page(() => import('./pages/lists/edit.tsx'))} />
          <Route path="/settings/filters" component={page(() => import('./pages/settings/filters.tsx'))} />
          <Route path="/settings/reading" component={page(() => import('./pages/settings/reading.tsx'))} />
          <Route path="/bookmarks" component={page(() => import('./pages/bookmarks.tsx'))} />
          <Route path="/favourites" component={page(() => import('./pages/favourites.tsx'))} />
          <Route path="/search" component={page(() => import('./pages/search.tsx'))} />
          <Route path="/directory" component={page(() => import('./pages/directory.tsx'))} />
          <Route path="/inbox" component={page(() => import('./pages/inbox.tsx'))} />
          <Route path="/scheduled" component={page(() => import('./pages/scheduled.tsx'))} />
          <Route path="/conversations" component={page(() => import('./pages/conversations.tsx'))} />
          <Route path="/inbox/waiting" component={page(() => import('./pages/waiting.tsx'))} />
          <Route path="/write" component={page(() => import('./pages/write.tsx'))} />
          <Route path="/share" component={page(() => import('./pages/share.tsx'))} />
          <Route path="/requests" component={page(() => import('./pages/requests.tsx'))} />
          <Route path="/pauses" component={page(() => import('./pages/pauses.tsx'))} />
          <Route path="/mocked" component={page(() => import('./pages/mocked.tsx'))} />
          <Route path="/complaints" component={page(() => import('./pages/complaints.tsx'))} />
          <Route path="/evidence" component={page(() => import('./pages/evidence.tsx'))} />
          <Route path="/settings/servers" component={page(() => import('./pages/settings/servers.tsx'))} />
          <Route path="/settings/notifications" component={page(() => import('./pages/settings/notifications.tsx'))} />
          <Route path="/settings/moving" component={page(() => import('./pages/settings/moving.tsx'))} />
          <Route path="/settings/profile" component={page(() => import('./pages/settings/profile.tsx'))} />
          <Route path="/settings/warnings" component={page(() => import('./pages/settings/warnings.tsx'))} />
          <Route component={TopicsOnly}>
            <Route path="/settings/warnings/topics" component={page(() => import('./pages/settings/topics.tsx'))} />
          </Route>
          <Route path="/settings/account" component={page(() => import('./pages/settings/account.tsx'))} />
          <Route path="/settings/safety" component={page(() => import('./pages/settings/safety.tsx'))} />
          <Route component={SettingsOnly}>
            <Route path="/settings/community" component={page(() => import('./pages/settings/community.tsx'))} />
          </Route>
          <Route component={PublishersOnly}>
            <Route path="/settings/rules" component={page(() => import('./pages/settings/rules.tsx'))} />
          </Route>
          <Route path="/announcements" component={page(() => import('./pages/announcements.tsx'))} />
          <Route path="/house/:area" component={page(() => import('./pages/house/area.tsx'))} />
          <Route component={ReportsOnly}>
            <Route path="/moderation" component={page(() => import('./pages/moderation/queue.tsx'))} />
            <Route path="/moderation/:id" component={page(() => import('./pages/moderation/case.tsx'))} />
          </Route>
          <Route component={PeopleOnly}>
            <Route path="/people" component={page(() => import('./pages/people.tsx'))} />
          </Route>
        </Route>
      </Route>
      <Route path="*" component={page(() => import('./pages/not-found.tsx'))} />
    </Router>
  )
}

/** Once round everything: who is looking, what holds for every page, and where things are said aloud. */
function Root(props: RouteSectionProps) {
  onMount(startSession)
  return (
    <>
      <Standing />
      <ErrorBoundary fallback={(error, reset) => <Broken error={error} onAgain={reset} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
      <Toasts />
      <LiveRegions />
    </>
  )
}

/** `/`: a visitor reads what this is, a member goes home. */
function Front() {
  return (
    <Switch>
      <Match when={session()?.state === 'visitor'}>
        <About />
      </Match>
      <Match when={session()?.state === 'waiting'}>
        <Navigate href="/welcome" />
      </Match>
      <Match when={session()?.state === 'member'}>
        <Navigate href="/home" />
      </Match>
    </Switch>
  )
}
