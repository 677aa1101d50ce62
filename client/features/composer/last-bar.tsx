import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { Button } from '../../ui/button.tsx'
import { AudienceMenu } from './audience-menu.tsx'
import style from './composer.module.css'
import { LanguageMenu } from './language-menu.tsx'
import { LaterButton } from './later-part.tsx'
import { ariaKeys, shownKeys } from './shortcut.ts'
import type { Writing } from './writing.ts'

const t = texts(composer)

/** What posts from the keyboard. */
export const POST_KEYS = 'Mod+Enter'

interface LastBarProps {
  writing: Writing
  onClose: (() => void) | undefined
  editing: boolean
  seenBy: string | undefined
}

/** Who may see it, in which language, and the one red button. */
export function LastBar(props: LastBarProps) {
  return (
    <div class={style.bar}>
      <Show when={props.seenBy}>{(text) => <span class="hint">{text()}</span>}</Show>
      <Show when={!props.editing && !props.seenBy}>
        <AudienceMenu writing={props.writing} />
      </Show>
      <LanguageMenu code={props.writing.draft.language} onChoose={(language) => props.writing.change({ language })} />
      <Show when={!props.editing && !props.seenBy}>
        <LaterButton writing={props.writing} />
      </Show>
      <span class={`${style.end} row`}>
        <Show when={props.onClose}>
          {(close) => (
            <Button kind="quiet" onClick={() => close()()}>
              {t('close')}
            </Button>
          )}
        </Show>
        <Button
          type="submit"
          kind="main"
          why={props.writing.why()}
          busy={props.writing.busy()}
          title={t(props.editing ? 'saveTitle' : 'postTitle', shownKeys(POST_KEYS))}
          aria-keyshortcuts={ariaKeys(POST_KEYS)}
        >
          {props.editing ? t('save') : t(props.writing.draft.later === undefined ? 'post' : 'postLater')}
        </Button>
      </span>
    </div>
  )
}
