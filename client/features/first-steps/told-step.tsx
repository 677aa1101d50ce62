import { texts } from '../../lib/i18n.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(firstSteps)

/** That nothing rings by itself. */
export function ToldStep(props: { onDone: () => void }) {
  return (
    <>
      <div class="stack">
        <h2>{t('toldTitle')}</h2>
        <p class="prose">{t('toldText')}</p>
        <p class="prose">
          {t('toldWhere')} <a href="/inbox">{t('toldHow')}</a>.
        </p>
      </div>
      <p class="row">
        <Button kind="main" onClick={() => props.onDone()}>
          {t('enter')}
        </Button>
      </p>
    </>
  )
}
