import { createSignal, For, Show } from 'solid-js'
import type { RuleComment, RuleVersion } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { Failed } from '../shell/failed.tsx'
import style from './diff.module.css'

const t = texts(rules)

/** What members say about a change, and a box to say something while it can still be another one. */
export function Comments(props: { version: RuleVersion }) {
  const comments = listed<RuleComment>(() => `/api/community/v1/rules/${props.version.version}/comments`)
  const isOpen = () => props.version.state === 'announced' || props.version.confirm_by !== null
  return (
    <section class="stack" aria-labelledby="h-comments">
      <h2 id="h-comments">{t('comments')}</h2>
      <p class="hint">{isOpen() ? t('commentsHint') : t('commentsClosed')}</p>
      <Show when={isOpen() && session()?.accepted_rules}>
        <Say version={props.version.version} onSaid={(said) => comments.change((all) => [said, ...all])} />
      </Show>
      <List comments={comments} />
    </section>
  )
}

function List(props: { comments: Listed<RuleComment> }) {
  const gone = (id: string) => props.comments.change((all) => all.filter((one) => one.id !== id))
  return (
    <>
      <Show when={props.comments.items()?.length === 0}>
        <p>{t('commentsNone')}</p>
      </Show>
      <ul>
        <For each={props.comments.items()}>{(one) => <Said comment={one} onGone={() => gone(one.id)} />}</For>
      </ul>
      <Failed error={props.comments.error()} what={t('loading')} />
      <Show when={props.comments.hasMore()}>
        <Button busy={props.comments.loading()} onClick={() => props.comments.more()}>
          {t('older')}
        </Button>
      </Show>
    </>
  )
}

function Said(props: { comment: RuleComment; onGone: () => void }) {
  const remove = submitting(async () => {
    await send('DELETE', `/api/community/v1/rules/comments/${props.comment.id}`)
    props.onGone()
  })
  const author = () => props.comment.account
  return (
    <li class={`${style.comment} stack-s`}>
      <p class="hint">
        <a href={`/@${author().acct}`} dir="auto">
          {author().display_name || author().username}
        </a>{' '}
        @{author().acct}, <Time at={props.comment.created_at} />
      </p>
      {/* made and escaped by the server's formatter */}
      <div class="prose stack-s" dir="auto" innerHTML={props.comment.text_html} />
      <Show when={props.comment.mine}>
        <p class="hang">
          <Button kind="quiet" busy={remove.busy()} onClick={() => remove.run()}>
            {t('takeAway')}
          </Button>
        </p>
      </Show>
    </li>
  )
}

function Say(props: { version: number; onSaid: (comment: RuleComment) => void }) {
  const [text, setText] = createSignal('')
  const submit = submitting(async () => {
    if (text().trim() === '') return
    const path = `/api/community/v1/rules/${props.version}/comments`
    props.onSaid(await send<RuleComment>('POST', path, { text: text() }))
    setText('')
  })
  return (
    <Form label={t('comment')} onSubmit={(event) => submit.run(event)} wide>
      <TextArea label={t('comment')} name="text" rows={3} dir="auto" value={text()} onInput={setText} />
      <Failed error={submit.error()} what={t('notSaid')} />
      <p class="row">
        <Button type="submit" busy={submit.busy()}>
          {t('say')}
        </Button>
      </p>
    </Form>
  )
}
