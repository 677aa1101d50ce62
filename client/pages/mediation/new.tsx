import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Frame } from '../../features/mediation/frame.tsx'
import { Begin } from '../../features/mediation/intake/begin.tsx'
import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { intake } from '../../locales/en/mediation-intake.ts'

const t = texts(intake)

/** `/mediation/new?status=ID` or `?account=ID`: the first step of asking. */
export function Page() {
  const [search] = useSearchParams<{ status: string; account: string }>()
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  return (
    <Frame title={mediation.pageTitle}>
      <Show
        when={search.status || search.account}
        fallback={
          <div class="narrow stack">
            <h1>{t('noOne')}</h1>
            <p>{t('noOneText')}</p>
            <p>
              <a href="/help/disagreements">{t('noOneLink')}</a>
            </p>
          </div>
        }
      >
        <Begin status={one(search.status)} account={one(search.account)} />
      </Show>
    </Frame>
  )
}
