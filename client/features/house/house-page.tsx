import { Navigate } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import type { HouseArea } from '../../../shared/api/house.ts'
import { texts } from '../../lib/i18n.ts'
import { house } from '../../locales/en/house.ts'
import { session } from '../../session/session.ts'
import { TabLinks } from '../../ui/tabs.tsx'
import { Main } from '../shell/main.tsx'
import { knownAreas, pathOf } from './paths.ts'

const t = texts(house)

/** A page of the house, for those who may open it; the others that they may open stand above it. */
export function HousePage(props: { area: HouseArea; children: JSX.Element }) {
  const areas = () => knownAreas(session()?.house ?? [])
  return (
    <Show when={areas().length > 0} fallback={<Navigate href="/home" />}>
      <Main title={t('areas')[props.area]}>
        <TabLinks
          label={t('tabs')}
          items={areas().map((area) => ({ href: pathOf(area), text: t('areas')[area], current: area === props.area }))}
        />
        <Show when={areas().includes(props.area)} fallback={<Closed {...props} roles={areas().includes('roles')} />}>
          {props.children}
        </Show>
      </Main>
    </Show>
  )
}

/** Says to one of the team why this page is not theirs, rather than leading them somewhere else without a word. */
function Closed(props: { area: HouseArea; roles: boolean }) {
  return (
    <>
      <p class="prose">{props.area === 'complaints' ? t('stewardsOnly') : t('closed')}</p>
      <Show when={props.roles}>
        <p>
          <a href={pathOf('roles')}>{t('whoHolds')}</a>
        </p>
      </Show>
    </>
  )
}
