import { onMount } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { usePage } from '../../lib/page.ts'
import { shell } from '../../locales/en/shell.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(shell)

/** What is shown when a page's own code failed, or could not be fetched: says so, and offers to begin again. */
export function Broken(props: { error: unknown; onAgain: () => void }) {
  // For whoever reads the browser's console; nothing leaves this device.
  onMount(() => reportError(props.error))
  usePage(() => t('crashedTitle'))
  return (
    <main id="main" class="page stack" tabindex="-1">
      <h1>{t('crashedTitle')}</h1>
      <p class="prose">{t('crashed')}</p>
      <p class="row">
        <Button kind="main" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
        <Button kind="quiet" onClick={() => props.onAgain()}>
          {t('tryAgain')}
        </Button>
      </p>
    </main>
  )
}
