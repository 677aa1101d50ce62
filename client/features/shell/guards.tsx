import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { withNext } from '../../lib/next.ts'
import { shell } from '../../locales/en/shell.ts'
import { session } from '../../session/session.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const t = texts(shell)

/**
 * Pages of a full member: others are led to what they must do first, and back here afterwards. Who agreed to earlier
 * rules goes on reading; where they would write, they are told.
 */
export function MembersOnly(props: RouteSectionProps) {
  const location = useLocation()
  const here = () => location.pathname + location.search
  return (
    <Known>
      <Switch fallback={props.children}>
        <Match when={session()?.state === 'visitor'}>
          <Navigate href={withNext('/login', here())} />
        </Match>
        <Match when={session()?.state === 'waiting'}>
          <Navigate href="/welcome" />
        </Match>
        <Match when={session()?.rules?.standing === 'never'}>
          <Navigate href={withNext('/rules/accept', here())} />
        </Match>
      </Switch>
    </Known>
  )
}

/** Pages of whoever has a part in a mediation: open also to a member who has not agreed to new rules. */
export function PartiesOnly(props: RouteSectionProps) {
  const location = useLocation()
  return (
    <Known>
      <Switch fallback={props.children}>
        <Match when={session()?.state === 'visitor'}>
          <Navigate href={withNext('/login', location.pathname + location.search)} />
        </Match>
        <Match when={session()?.state === 'waiting'}>
          <Navigate href="/welcome" />
        </Match>
      </Switch>
    </Known>
  )
}

/** The settings of the community, for those who may change them. */
export function SettingsOnly(props: RouteSectionProps) {
  return <Allowed when={session()?.may.settings === true}>{props.children}</Allowed>
}

/** How the rules change, for those who may publish them. */
export function PublishersOnly(props: RouteSectionProps) {
  return <Allowed when={session()?.may.publish_rules === true}>{props.children}</Allowed>
}

/** The page of people, for those who may answer applications. */
export function PeopleOnly(props: RouteSectionProps) {
  return <Allowed when={session()?.may.people === true}>{props.children}</Allowed>
}

/** The pages of those who decide on reports. */
export function ReportsOnly(props: RouteSectionProps) {
  return <Allowed when={session()?.may.reports === true}>{props.children}</Allowed>
}

/** The topics for warnings, for those who may edit them. */
export function TopicsOnly(props: RouteSectionProps) {
  return <Allowed when={session()?.may.topics === true}>{props.children}</Allowed>
}

function Allowed(props: { when: boolean; children: JSX.Element }) {
  return (
    <Show when={props.when} fallback={<Navigate href="/home" />}>
      {props.children}
    </Show>
  )
}

/** Waits until the server has said who is looking. */
function Known(props: { children: JSX.Element }) {
  return (
    <Show when={session()} fallback={<Skeleton label={t('loading')} />}>
      {props.children}
    </Show>
  )
}
