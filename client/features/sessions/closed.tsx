import { Show } from 'solid-js'
import type { HttpError } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { closed } from '../../locales/en/closed.ts'
import { Slip } from '../../ui/slip.tsx'

const t = texts(closed)

/** What somebody reads who is locked out, with the way to object where there is one. */
export function Closed(props: { error: HttpError }) {
  return (
    <Slip tone="danger" role="alert">
      <p>
        <b>{t('notLoggedIn')}</b> {props.error.appeal ? t('disabledWhy') : t('disabled')}{' '}
        <Show when={props.error.appeal}>{(href) => <a href={href()}>{t('appeal')}</a>}</Show>
      </p>
    </Slip>
  )
}
