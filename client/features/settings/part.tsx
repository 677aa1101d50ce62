import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'
import type { Editing } from './editing.ts'
import style from './part.module.css'

const t = texts(settings)

interface PartFrameProps {
  id: string
  title: string
  hint?: JSX.Element
  editing: Pick<Editing<object>, 'dirty' | 'submit'>
  children: JSX.Element
}

/** One part of the settings, saved by itself. */
export function PartFrame(props: PartFrameProps) {
  const submit = () => props.editing.submit
  return (
    <section class={`${style.part} stack`} id={props.id} aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      <Form label={props.title} onSubmit={(event) => submit().run(event)} wide>
        {props.children}
        <Failed error={submit().error()} what={t('notSaved')} />
        <p class="row">
          <Button type="submit" busy={submit().busy()} why={props.editing.dirty() ? undefined : t('unchanged')}>
            {t('save')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
