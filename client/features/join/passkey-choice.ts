import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { HttpError, send } from '../../api/http.ts'
import { patiently } from '../../lib/patiently.ts'
import { draft } from './draft.ts'

/** A passkey instead of a password, while somebody joins. */
export interface PasskeyChoice {
  /** Whether this browser makes passkeys for this address at all. */
  possible: boolean
  chosen: Accessor<boolean>
  choose: (yes: boolean) => void
  /** Sends with the passkey, which is made now where it was not yet; without one where the password was chosen. */
  sending: (act: (made: object | undefined) => Promise<void>) => Promise<void>
}

/** Browsers make no passkeys for the bare number of a machine. */
const possible = typeof PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname)

/** The choice of a passkey; what the browser made is kept until the server took it or said that it does not hold. */
export function choosingPasskey(): PasskeyChoice {
  const [chosen, choose] = createSignal(false)
  let made: object | undefined
  // the passkey bears the name
  createEffect(
    on(
      () => draft.username,
      () => {
        made = undefined
      },
    ),
  )
  const make = async () => {
    const { makePasskey } = await patiently(() => import('../second-step/passkey.ts'))
    return makePasskey(await send('POST', '/auth/sign-up/passkey', { username: draft.username.trim() }))
  }
  return {
    possible,
    chosen,
    choose,
    async sending(act) {
      if (!chosen()) return act(undefined)
      made ??= await make()
      try {
        await act(made)
      } catch (error) {
        if (error instanceof HttpError && error.details.passkey) made = undefined
        throw error
      }
    },
  }
}
