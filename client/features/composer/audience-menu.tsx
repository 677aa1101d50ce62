import type { Visibility } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { session } from '../../session/session.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { QUOTE_POLICIES, type QuotePolicy } from './draft.ts'
import { reachesFurther, VISIBILITIES } from './visibility.ts'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** Who may see the post, who may quote it, and whether it stays here. What a reply may not do stands there with the reason. */
export function AudienceMenu(props: { writing: Writing }) {
  const draft = () => props.writing.draft
  const { bounds } = props.writing

  const audience = (visibility: Visibility): MenuItem => ({
    label: t('visibility')[visibility],
    hint: hintOf(visibility),
    why: reachesFurther(visibility, bounds.widest) ? t('tooWide') : undefined,
    choice: 'one',
    checked: draft().visibility === visibility,
    onSelect: () => props.writing.change({ visibility }),
  })
  const quotable = () => draft().visibility === 'public' || draft().visibility === 'unlisted'
  const quotes = (policy: QuotePolicy, n: number): MenuItem => ({
    label: t('quotes')[policy],
    choice: 'one',
    checked: (draft().quotePolicy ?? session()?.account?.source.quote_policy) === policy,
    apart: n === 0,
    onSelect: () => props.writing.change({ quotePolicy: policy }),
  })
  const items = (): MenuItem[] => [
    ...VISIBILITIES.map(audience),
    ...(quotable() ? QUOTE_POLICIES.map(quotes) : []),
    {
      label: t('localOnly'),
      hint: t('localOnlyHint'),
      why: bounds.localOnly ? t('staysHere') : undefined,
      choice: 'any',
      checked: draft().localOnly,
      apart: true,
      onSelect: () => props.writing.change({ localOnly: !draft().localOnly }),
    },
  ]
  return (
    <Menu kind="quiet" label={t('seenBy')} items={items()}>
      {t('seenBy')}: {(draft().localOnly ? t('seenHere') : t('seen'))[draft().visibility]}
    </Menu>
  )
}

function hintOf(visibility: Visibility): string {
  const hints = t('visibilityHint')
  return visibility === 'private' ? hints.private(session()?.account?.followers_count ?? 0) : hints[visibility]
}
