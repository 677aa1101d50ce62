import { useLocation, useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import type { MediationGuest } from '../../shared/api/mediation-guest.ts'
import { read, send } from '../api/http.ts'
import { loadAbout } from '../features/about/load.ts'
import { AskDoor } from '../features/mediation/guest/ask-door.tsx'
import { AtTheDoor, problemIn } from '../features/mediation/guest/at-the-door.tsx'
import { GuestCase } from '../features/mediation/guest/guest-case.tsx'
import { GUEST } from '../features/mediation/guest/guest-door.ts'
import { isGone } from '../features/mediation/open-case.ts'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import { takeFragment } from '../lib/fragment.ts'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { guestWords } from '../locales/en/mediation-guest.ts'
import { ArrivalHeading } from '../ui/arrival.tsx'
import { toast } from '../ui/toast.tsx'

const t = texts(guestWords)

/**
 * `/guest#SECRET`: somebody of another server at the door of one mediation, and then within it. `/guest/ask`: the door for
 * whoever wants to ask, where the house has one.
 */
export function Page() {
  const [search] = useSearchParams<{ problem: string }>()
  const place = useLocation()
  const about = loadAbout()
  let secret = takeFragment()
  const asked = loaded(
    () => undefined,
    async (_, signal): Promise<MediationGuest> => {
      if (!secret) return read<MediationGuest>(GUEST, { signal })
      const guest = await send<MediationGuest>('POST', GUEST, { secret })
      secret = ''
      return guest
    },
  )
  const leave = async () => {
    try {
      await send('DELETE', GUEST)
      toast(t('left'))
      asked.reload()
    } catch {
      toast(t('notLeft'))
    }
  }
  const within = () => {
    const guest = asked.value()
    return guest?.verified && !isGone(asked.error()) ? guest : undefined
  }
  const isIn = () => within() && (within()?.way === 'back' || place.pathname === '/guest')
  const asking = () => {
    const guest = isGone(asked.error()) ? undefined : asked.value()
    if (guest?.way === 'asks') return { guest }
    const comes = place.pathname !== '/guest' && (asked.value() || isGone(asked.error()))
    return comes && about.value()?.mediation_from_elsewhere ? { guest: undefined } : undefined
  }
  return (
    <Switch
      fallback={
        <NarrowPage title={t('title')} out={{ href: '/about', text: t('about') }}>
          <Switch fallback={<Waiting label={t('loading')} from={asked} />}>
            <Match when={asking()}>
              {(door) => (
                <AskDoor
                  guest={door().guest}
                  problem={problemIn(search.problem)}
                  look={asked.reload}
                  onGuest={asked.reload}
                />
              )}
            </Match>
            <Match when={isGone(asked.error()) && about.value()}>
              <div class="stack">
                <ArrivalHeading>{t('goneTitle')}</ArrivalHeading>
                <p>{t('gone')}</p>
              </div>
            </Match>
            <Match when={asked.value()}>
              {(guest) => <AtTheDoor guest={guest()} problem={problemIn(search.problem)} look={asked.reload} />}
            </Match>
          </Switch>
        </NarrowPage>
      }
    >
      <Match when={isIn() && within()}>{(guest) => <GuestCase guest={guest()} leave={leave} />}</Match>
    </Switch>
  )
}
