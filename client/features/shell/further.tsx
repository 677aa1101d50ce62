import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { shell } from '../../locales/en/shell.ts'
import { Button } from '../../ui/button.tsx'
import { Failed } from './failed.tsx'

const t = texts(shell)

/** Under a list: its next page where there is one, and why that did not come. */
export function Further<T>(props: { list: Listed<T>; children: JSX.Element }) {
  return (
    <>
      <Failed error={props.list.error()} what={t('notRead')} />
      <Show when={props.list.hasMore()}>
        <Button kind="quiet" busy={props.list.loading()} onClick={() => props.list.more()}>
          {props.children}
        </Button>
      </Show>
    </>
  )
}
