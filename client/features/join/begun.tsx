import { Show } from 'solid-js'
import type { Registration } from '../../../shared/api/community.ts'
import { HttpError, read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { join } from '../../locales/en/join.ts'
import { Slip } from '../../ui/slip.tsx'
import { begun, setBegun } from './draft.ts'

const t = texts(join)

/** The registration of this browser; `undefined` when there is none, or none any more. */
export async function readRegistration(signal?: AbortSignal): Promise<Registration | undefined> {
  try {
    return await read<Registration>('/auth/sign-up', { signal })
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined
    throw error
  }
}

/** The way back for somebody who sent the account step and then went to the beginning. */
export function BegunSlip() {
  const registration = loaded(begun, async (has, signal) => {
    if (!has) return undefined
    const found = await readRegistration(signal)
    if (!found) setBegun(false)
    return found
  })
  return (
    <Show when={registration.value()}>
      {(found) => (
        <Slip tone="here">
          <p>
            <b>{t('begun', found().username)}</b> <a href="/join/confirm">{t('begunGoOn')}</a>
          </p>
        </Slip>
      )}
    </Show>
  )
}
