import { rules } from '../../shared/locales/en/rules.ts'
import { NarrowPage } from '../features/shell/narrow.tsx'
import { texts } from '../lib/i18n.ts'
import { ButtonLink } from '../ui/button.tsx'

const t = texts(rules)

/** Every address that no page answers. */
export function Page() {
  return (
    <NarrowPage title={t('notFound')}>
      <div class="stack">
        <h1>{t('notFound')}</h1>
        <p class="lede">{t('notFoundText')}</p>
        <p class="row">
          <ButtonLink kind="main" href="/">
            {t('notFoundHome')}
          </ButtonLink>
          <ButtonLink href="/local">{t('notFoundRead')}</ButtonLink>
        </p>
      </div>
    </NarrowPage>
  )
}
