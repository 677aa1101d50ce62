import { createSignal, For, Show } from 'solid-js'
import type { MediationPicture, MediationQuote } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { warningWord } from '../../../session/session.ts'
import { Button } from '../../../ui/button.tsx'
import { useDoor } from '../door.ts'
import { useCaseAbout } from './names.ts'
import style from './talk.module.css'

const t = texts(room)

/** Posts that both could see, as they stand now. */
export function Quotes(props: { quotes: readonly MediationQuote[] }) {
  return (
    <For each={props.quotes}>
      {(quote) => (
        <figure class={style.quote}>
          <figcaption class="hint" dir="auto">
            {t('quoteBy', quote.author)}
            <Show when={quote.spoiler_text}>
              {(words) => (
                <>
                  {' '}
                  {warningWord()}: {words()}
                </>
              )}
            </Show>
          </figcaption>
          <p dir="auto">{quote.deleted ? t('deleted') : (quote.text ?? t('notShown'))}</p>
          <For each={quote.pictures}>{(picture) => <Picture picture={picture} />}</For>
        </figure>
      )}
    </For>
  )
}

/** A picture of a quoted post: what was said of it, and the picture itself once somebody asks to see it. */
function Picture(props: { picture: MediationPicture }) {
  const door = useDoor()
  const about = useCaseAbout()
  const [isOpen, setOpen] = createSignal(false)
  const [isGone, setGone] = createSignal(false)
  return (
    <>
      <p class="hint" dir="auto">
        {t('picture', props.picture.description)}
      </p>
      <Show when={props.picture.id}>
        {(id) => (
          <>
            <p class="hang">
              <Button kind="quiet" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
                {isOpen() ? t('hidePicture') : t('showPicture')}
              </Button>
            </p>
            <Show when={isOpen()}>
              <Show when={!isGone()} fallback={<p role="status">{t('noPicture')}</p>}>
                <img
                  class={style.picture}
                  src={door.picture(about().id, id())}
                  alt={props.picture.description || t('aPicture')}
                  onError={() => setGone(true)}
                />
              </Show>
            </Show>
          </>
        )}
      </Show>
    </>
  )
}
