import { texts } from '../../lib/i18n.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { Button } from '../../ui/button.tsx'
import { DevicePart } from '../push/device-part.tsx'

const t = texts(firstSteps)

/** That nothing rings by itself, and the one tap by which this device does. */
export function ToldStep(props: { onDone: () => void }) {
  return (
    <>
      <div class="stack">
        <h2>{t('toldTitle')}</h2>
        <p class="prose">{t('toldText')}</p>
        <p class="prose">
          {t('toldWhere')} <a href="/settings/notifications">{t('toldHow')}</a>.
        </p>
      </div>
      <section class="stack" aria-labelledby="h-told-here">
        <h3 id="h-told-here">{t('toldHere')}</h3>
        <DevicePart />
      </section>
      <p class="row">
        <Button onClick={() => props.onDone()}>{t('enter')}</Button>
      </p>
    </>
  )
}
