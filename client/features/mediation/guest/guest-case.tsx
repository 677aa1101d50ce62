import { Show } from 'solid-js'
import type { MediationInvitation } from '../../../../shared/api/mediation.ts'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { DoorContext } from '../door.ts'
import { Invitation } from '../invitation/invitation.tsx'
import type { OpenCase } from '../open-case.ts'
import { CasePage } from '../room/case-page.tsx'
import { GUEST, guestDoor } from './guest-door.ts'

const t = texts(guestWords)

/** A guest's one case, from the invitation to its end: what a member sees, marked as a guest's. */
export function GuestCase(props: { guest: MediationGuest; leave: () => void }) {
  return (
    <DoorContext.Provider value={guestDoor(props.guest, () => props.leave())}>
      <CasePage id="" invitation={(of) => <Invited of={of} />} gone={<Over />} />
    </DoorContext.Provider>
  )
}

function Invited(props: { of: OpenCase }) {
  const asked = loaded(
    () => undefined,
    (_, signal) => read<MediationInvitation>(`${GUEST}/invitation`, { signal }),
  )
  const reload = () => {
    asked.reload()
    props.of.reload()
  }
  return (
    <div class="narrow stack-l">
      <Show when={asked.value()} fallback={<Waiting label={t('loading')} from={asked} />}>
        {(found) => <Invitation invitation={found()} reload={reload} />}
      </Show>
    </div>
  )
}

function Over() {
  return (
    <div class="narrow stack">
      <h1>{t('overTitle')}</h1>
      <p>{t('over')}</p>
      <p>
        <a href="/about">{t('about')}</a>
      </p>
    </div>
  )
}
