import { Show } from 'solid-js'
import { formatText } from '../../../shared/text/format.ts'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import style from './preview.module.css'

const t = texts(settings)

/** A text as it will be read, made by the formatter that the about page uses. */
export function Preview(props: { text: string; large?: boolean }) {
  return (
    <div class={style.preview}>
      <p>{t('preview')}</p>
      <Show when={props.text.trim()} fallback={<p class="hint">{t('previewEmpty')}</p>}>
        {(text) => (
          <div class={props.large ? 'lede stack' : 'prose stack-s'} dir="auto" innerHTML={formatText(text())} />
        )}
      </Show>
    </div>
  )
}
