import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { patiently } from '../../lib/patiently.ts'

/** Whether this browser knows passkeys. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential === 'function'

/** The person closed the browser's question, or no passkey of this device fits. */
export class NotSigned extends Error {}

const library = () => patiently(() => import('@simplewebauthn/browser'))

async function asked<T>(question: Promise<T>): Promise<T> {
  return question.catch((reason: unknown) => {
    throw new NotSigned(reason instanceof Error ? reason.name : 'unknown')
  })
}

/** Has the browser make a passkey. Throws {@link NotSigned}. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await library()
  return asked(startRegistration({ optionsJSON: options }))
}

/** Has the browser ask for a passkey. Throws {@link NotSigned}. */
export async function askPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await library()
  return asked(startAuthentication({ optionsJSON: options }))
}
