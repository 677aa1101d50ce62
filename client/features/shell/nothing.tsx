import { rules } from '../../../shared/locales/en/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'

const t = texts(rules)

/** What an address that no page answers says instead, and two ways on. */
export function Nothing() {
  return (
    <>
      <p class="lede">{t('notFoundText')}</p>
      <p class="row">
        <ButtonLink kind="main" href="/">
          {t('notFoundHome')}
        </ButtonLink>
        <ButtonLink href="/local">{t('notFoundRead')}</ButtonLink>
      </p>
    </>
  )
}
