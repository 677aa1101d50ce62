import { Show } from 'solid-js'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { texts } from '../../../lib/i18n.ts'
import { looking } from '../../../lib/looking.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { SignInForm } from '../../elsewhere/sign-in-form.tsx'
import { PlainList } from '../plain-list.tsx'
import { CodeSection } from './code-section.tsx'

const t = texts(guestWords)

/** How often is looked whether the code came, in milliseconds. */
export const EVERY = 5000

const PROBLEMS = ['expired', 'denied', 'refused', 'unknown', 'other'] as const
/** Why a sign-in led back to the door. */
export type Problem = (typeof PROBLEMS)[number]

/** Reads why a sign-in led back here. */
export const problemIn = (given: string | undefined): Problem | undefined => PROBLEMS.find((one) => one === given)

interface DoorProps {
  guest: MediationGuest
  problem: Problem | undefined
  /** Looks again who one is. */
  look: () => void
}

/** Before a guest's case: what it is, and two ways to show who one is. It says no more than the link does. */
export function AtTheDoor(props: DoorProps) {
  const isBack = () => props.guest.way === 'back'
  looking(() => props.look(), EVERY)
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{isBack() ? t('backTitle') : t('title')}</ArrivalHeading>
        <p class="lede">{isBack() ? t('backLede') : t('lede')}</p>
        <PlainList lines={isBack() ? t('backFacts') : t('facts')} />
        <Show when={props.problem}>
          {(why) => (
            <Slip tone="warn" role="status">
              <p>{t('problem')[why()]}</p>
            </Slip>
          )}
        </Show>
      </div>
      <section class="stack" aria-labelledby="h-sign-in">
        <h2 id="h-sign-in">{t('signInTitle')}</h2>
        <p>{t('signInText')}</p>
        <SignInForm purpose="mediation" yes={t('signIn')} />
      </section>
      <CodeSection guest={props.guest} fallback={<p>{t('usedUp')}</p>} />
      <Show when={!isBack()}>
        <section class="stack" aria-labelledby="h-no">
          <h2 id="h-no">{t('noTitle')}</h2>
          <p>{t('no')}</p>
        </section>
      </Show>
    </>
  )
}
